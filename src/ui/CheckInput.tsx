import { memo, useEffect, useRef } from 'react';
import { useSteady } from './use-steady.ts';

type Props = {
  checked: boolean;
  /** Some but not all of what stands under it. */
  mixed?: boolean;
  role?: 'switch';
  className: string | undefined;
  onChange(checked: boolean): void;
};

/** The box of a checkbox or a switch: written anew only when its state changes, however often what it stands in is. */
export function CheckInput(props: Props) {
  return <Box {...props} onChange={useSteady(props.onChange)} />;
}

const Box = memo(function Box({ checked, mixed = false, role, className, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = mixed;
  }, [mixed]);
  return (
    <input
      ref={input}
      type="checkbox"
      role={role}
      aria-checked={role === undefined ? undefined : checked}
      className={className}
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
});
