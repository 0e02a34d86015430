import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon.tsx';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'link';

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  variant?: ButtonVariant;
  icon?: IconName;
  wide?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLButtonElement>;
};

/** Classes of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = 'plain', extra = ''): string {
  return [styles.button, variant === 'plain' ? '' : styles[variant], extra].filter(Boolean).join(' ');
}

export function Button({ variant = 'plain', icon, wide = false, children, type = 'button', ...rest }: Props) {
  return (
    <button {...rest} type={type} className={buttonClass(variant, wide ? styles.wide : '')}>
      {icon ? <Icon name={icon} size={18} /> : null}
      {children}
    </button>
  );
}

type IconProps = Omit<Props, 'children' | 'icon' | 'wide'> & { icon: IconName; label: string };

/** A square button whose name is `label`. */
export function IconButton({ icon, label, variant = 'quiet', type = 'button', ...rest }: IconProps) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(variant, styles.icon)}
      aria-label={label}
      title={rest.title ?? label}
    >
      <Icon name={icon} />
    </button>
  );
}
