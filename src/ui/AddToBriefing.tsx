import type { ItemContent } from '#core/briefing.ts';
import { useT } from '#i18n/i18n.tsx';
import { Button, type ButtonVariant } from './Button.tsx';
import { addToBriefing } from './briefing-adds.ts';

/** Takes what is shown here into the briefing. `content` is asked for when it is pressed, so that it is what is shown then. */
export function AddToBriefing({
  content,
  variant = 'link',
}: {
  content: () => ItemContent;
  variant?: ButtonVariant;
}) {
  const t = useT();
  return (
    <Button variant={variant} icon="plus" data-briefing-add="" onClick={() => addToBriefing(content())}>
      {t('ui.addToBriefing')}
    </Button>
  );
}
