import type { ItemContent } from '#core/briefing.ts';
import { useT } from '#i18n/i18n.tsx';
import { Button, type ButtonVariant, IconButton } from './Button.tsx';
import { addToBriefing } from './briefing-adds.ts';

/** Takes what is shown here into the briefing. `content` is asked for when it is pressed, so that it is what is shown then. */
export function AddToBriefing({
  content,
  variant = 'link',
  name,
}: {
  content: () => ItemContent;
  variant?: ButtonVariant;
  /** What it is called where several stand side by side: then the button is a sign that names it. */
  name?: string;
}) {
  const t = useT();
  const adder = { icon: 'plus', 'data-briefing-add': '', onClick: () => addToBriefing(content()) } as const;
  if (name !== undefined) return <IconButton {...adder} label={t('ui.addToBriefingOf', { name })} />;
  return (
    <Button {...adder} variant={variant}>
      {t('ui.addToBriefing')}
    </Button>
  );
}
