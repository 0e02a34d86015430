import { useLayoutEffect } from 'react';
import type { MapModel } from '#figures/map/map-model.ts';
import { useDraft } from '#state/draft-store.ts';
import { Around } from './surrounding.tsx';
import { useMapModel } from './use-map.ts';

type Props = { readonly onModel: (model: MapModel | null) => void };

/** While a window is dragged the map's canvas follows it at every frame; what stands around the canvas takes turns. */
export function FollowDrag({ onModel }: Props) {
  const dragging = useDraft(({ window }) => window !== null);
  if (!dragging) return null;
  return (
    <Around part={null}>
      <Following onModel={onModel} />
    </Around>
  );
}

function Following({ onModel }: Props) {
  const { model } = useMapModel();
  useLayoutEffect(() => onModel(model), [model, onModel]);
  useLayoutEffect(() => () => onModel(null), [onModel]);
  return null;
}
