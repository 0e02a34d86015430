import { Component, type ReactNode } from 'react';
import { useT } from '#i18n/i18n.tsx';
import { ErrorState } from './ErrorState.tsx';

type Props = {
  children: ReactNode;
  /** Resets the panel when it changes, e.g. the page's path. */
  resetKey?: string;
};
type State = { error: Error | null; resetKey: string | undefined };

/** One panel's safety net: a panel that throws says so and can be reset; the others live on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failed error={error} onReset={() => this.setState({ error: null })} />;
  }
}

/** A lazy chunk that is gone means the server has a newer build. */
export function isChunkError(error: Error): boolean {
  return /dynamically imported module|Importing a module script failed|Failed to fetch|ChunkLoad/i.test(
    error.message,
  );
}

function Failed({ error, onReset }: { error: Error; onReset: () => void }) {
  const t = useT();
  if (isChunkError(error)) {
    return (
      <ErrorState title={t('ui.newVersion')} onRetry={() => location.reload()} retryLabel={t('ui.reload')} />
    );
  }
  return (
    <ErrorState
      title={t('ui.panelFailed')}
      text={t('ui.panelFailedText')}
      detail={`${error.name}: ${error.message}`}
      onRetry={onReset}
      retryLabel={t('ui.reset')}
    />
  );
}
