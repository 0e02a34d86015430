import L from 'leaflet';
import type { BaseMap } from '#core/geo/base-map.ts';
import type { LatLon } from '#core/place.ts';
import { dataMarks } from '#figures/map/data-marks.ts';
import { areaMarks, groundLayers, zoneMarks } from '#figures/map/ground-marks.ts';
import { labelMarks } from '#figures/map/label-marks.ts';
import type { MapFrame } from '#figures/map/map-frame.ts';
import type { Hotspot } from '#figures/map/map-hotspots.ts';
import { isRegional, type MapModel } from '#figures/map/map-model.ts';
import type { Palette } from '#figures/palette.ts';
import { onPixelRatio } from '#figures/pixel-ratio.ts';
import { isHurried } from '#state/unhurried.ts';
import { paintingMarks } from './paint-marks.ts';
import { pointerMarks } from './pointer-marks.ts';
import { fitCanvas, lay } from './sheets.ts';
import { forgetStamps } from './stamps.ts';

/** Everything the canvas shows. The layer finds out by itself what must be painted again, if anything. */
export interface CanvasContent {
  readonly model: MapModel;
  readonly base: BaseMap | null;
  readonly palette: Palette;
  readonly lang: 'en' | 'es' | 'pt';
  readonly short: (value: number) => string;
  readonly chosen: readonly string[];
  /** Hotspots ringed because they are pointed at, in focus or marked elsewhere. */
  readonly ringed: readonly Hotspot[];
  readonly pinned: LatLon | null;
  readonly area: readonly LatLon[] | null;
  /** Corners of the area being drawn; the last one follows the pointer. */
  readonly draft: readonly LatLon[] | null;
}

/** How much larger than the map the canvas is on each side, so that a short pan shows no edge; before the first touch nobody pans. */
const MARGIN = 0.3;
const ARRIVAL_MS = 300;
/** Pictures that follow one another faster hold only what is in sight; the margin is painted when they rest. */
const RUN_MS = 120;
/** Painted in one frame before the first touch. */
const SLICE_MS = 10;

/** What of the world a picture shows, and where it stands among the map's panes. */
interface Sight {
  readonly frame: MapFrame;
  /** Pixels out of sight on each side. */
  readonly inset: { readonly x: number; readonly y: number };
  readonly centre: L.LatLng;
  readonly corner: L.Point;
}

/** A picture being painted in slices. */
interface Job {
  readonly content: CanvasContent;
  readonly sight: Sight;
  readonly ratio: number;
  readonly target: HTMLCanvasElement;
  readonly steps: Iterator<void>;
}

/** One canvas in Leaflet's overlay pane: it travels and scales with the panes, and is painted again when they rest. */
export class CanvasLayer extends L.Layer {
  private canvas: HTMLCanvasElement | null = null;
  private readonly ground = document.createElement('canvas');
  private content: CanvasContent | null = null;
  /** Drawn instead of the content's own while dates are dragged. */
  private live: MapModel | null = null;
  private sight: Sight | null = null;
  private request = 0;
  private pause = 0;
  private paintedAt = Number.NEGATIVE_INFINITY;
  private marginWaits = 0;
  private groundStale = true;
  /** Where a picture that follows another is painted in slices, so that none is seen half. */
  private sheet: HTMLCanvasElement | null = null;
  private job: Job | null = null;
  /** Whether there is a whole picture. */
  private painted = false;
  /** The view has moved since the canvas was last placed. */
  private astray = false;
  private endRatio = (): void => {};

  override onAdd(map: L.Map): this {
    const canvas = document.createElement('canvas');
    canvas.className = 'leaflet-zoom-animated';
    canvas.setAttribute('aria-hidden', 'true');
    map.getPane('overlayPane')?.appendChild(canvas);
    this.canvas = canvas;
    addEventListener('beforeprint', this.paintNow);
    this.endRatio = onPixelRatio(() => this.repaint());
    this.place();
    return this;
  }

  override onRemove(): this {
    removeEventListener('beforeprint', this.paintNow);
    this.endRatio();
    this.forgetRequests();
    this.dropJob();
    this.canvas?.remove();
    this.canvas = null;
    return this;
  }

  override getEvents(): { [name: string]: L.LeafletEventHandlerFn } {
    return {
      moveend: () => this.place(),
      resize: () => this.place(),
      move: () => this.followFarPan(),
      // The first picture had no margin, which a zoom away from it would show.
      zoomstart: () => {
        if (isHurried() && this.sight?.inset.x === 0) this.place();
      },
      zoomanim: ((event: L.ZoomAnimEvent) => this.carry(event.center, event.zoom)) as L.LeafletEventHandlerFn,
      zoom: () => this.carry(this._map.getCenter(), this._map.getZoom()),
    };
  }

  setContent(next: CanvasContent): void {
    const before = this.content;
    if (before && sameContent(before, next)) return;
    this.content = next;
    const regionsChanged = isRegional(next.model.mode) && next.model !== before?.model;
    const modeChanged = next.model.mode !== before?.model.mode;
    const groundChanged =
      next.base !== before?.base ||
      next.palette !== before?.palette ||
      next.chosen.join() !== before?.chosen.join();
    if (regionsChanged || modeChanged || groundChanged) this.groundStale = true;
    // A newer model than this is on the canvas.
    if (this.live && before && sameContent({ ...before, model: next.model }, next)) return;
    this.paintSoon();
  }

  /** The model of this very frame, ahead of the content while dates are dragged; null when the content is what is shown. */
  setLive(model: MapModel | null): void {
    if (model === this.live) return;
    this.live = model;
    if (isRegional((model ?? this.content?.model)?.mode ?? 'cells')) this.groundStale = true;
    this.paintSoon();
  }

  /** The view has moved. While the page loads the picture there is goes along, and one painting does for several moves. */
  private place(): void {
    const map = this._map;
    if (this.sight && map && !isHurried()) {
      this.astray = true;
      this.carry(map.getCenter(), map.getZoom());
      this.paintSoon();
      return;
    }
    this.stand(this.measure());
    if (isHurried()) this.paint();
    else this.paintSoon();
  }

  /** What the map shows at present, for which the ground is to be painted anew; null while it has no room. */
  private measure(): Sight | null {
    const map = this._map;
    const size = map?.getSize();
    if (!map || !size || size.x === 0 || size.y === 0) return null;
    const margin = isHurried() ? MARGIN : 0;
    const inset = { x: Math.round(size.x * margin), y: Math.round(size.y * margin) };
    const corner = map.containerPointToLayerPoint([-inset.x, -inset.y]).round();
    const origin = map.getPixelOrigin();
    const frame = {
      width: size.x + 2 * inset.x,
      height: size.y + 2 * inset.y,
      zoom: map.getZoom(),
      left: origin.x + corner.x,
      top: origin.y + corner.y,
    };
    this.groundStale = true;
    this.astray = false;
    return { frame, inset, centre: map.getCenter(), corner };
  }

  /** Sets the canvas where a picture belongs. */
  private stand(sight: Sight | null): void {
    if (!sight || sight === this.sight || !this.canvas) return;
    this.sight = sight;
    L.DomUtil.setTransform(this.canvas, sight.corner, 1);
  }

  /** While dragging further than the margin, paint again instead of showing an edge. */
  private followFarPan(): void {
    const map = this._map;
    if (!this.sight || map?.getZoom() !== this.sight.frame.zoom) return;
    const { frame, inset } = this.sight;
    const corner = map.containerPointToLayerPoint([0, 0]);
    const origin = map.getPixelOrigin();
    const dx = Math.abs(origin.x + corner.x - inset.x - frame.left);
    const dy = Math.abs(origin.y + corner.y - inset.y - frame.top);
    if (dx > inset.x * 0.9 || dy > inset.y * 0.9) this.place();
  }

  /** Scales the painted picture to a zoom under way, as Leaflet's own renderers do. */
  private carry(centre: L.LatLng, zoom: number): void {
    const { canvas, sight } = this;
    const map = this._map;
    if (!canvas || !sight || !map) return;
    const { frame } = sight;
    const scale = map.getZoomScale(zoom, frame.zoom);
    const size = map.getSize();
    const paneMoved = L.DomUtil.getPosition(map.getPane('mapPane') as HTMLElement) ?? L.point(0, 0);
    const newOrigin = map.project(centre, zoom).subtract(size.divideBy(2)).add(paneMoved).round();
    const half = L.point(frame.width, frame.height).divideBy(2);
    const offset = half.multiplyBy(-scale).add(map.project(sight.centre, zoom)).subtract(newOrigin);
    L.DomUtil.setTransform(canvas, offset, scale);
  }

  /** Paints the same content again, because it looks different now. */
  repaint(): void {
    forgetStamps();
    this.groundStale = true;
    this.paintSoon();
  }

  private paintSoon(wait = isHurried() ? 0 : ARRIVAL_MS): void {
    if (this.request !== 0 || this.pause !== 0) return;
    const paintNext = () => {
      this.pause = 0;
      this.request = requestAnimationFrame(() => {
        this.request = 0;
        this.paint();
      });
    };
    // While the page loads, one picture follows the other; those that come close together are painted as one.
    if (wait === 0) paintNext();
    else this.pause = window.setTimeout(paintNext, wait);
  }

  /** What is still to be painted, at once: the picture for the paper is taken when this returns. */
  private readonly paintNow = (): void => {
    if (this.request === 0 && this.pause === 0) return;
    this.forgetRequests();
    this.paint(true);
  };

  private forgetRequests(): void {
    clearTimeout(this.marginWaits);
    cancelAnimationFrame(this.request);
    clearTimeout(this.pause);
    this.request = 0;
    this.pause = 0;
  }

  private paint(atOnce = isHurried()): void {
    const content = this.content && { ...this.content, model: this.live ?? this.content.model };
    const { canvas } = this;
    if (!canvas || !content) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    if (!atOnce) {
      this.paintSlice(canvas, content, ratio);
      return;
    }
    this.dropJob();
    this.sheet = null;
    if (this.astray) this.stand(this.measure());
    const { sight } = this;
    const pen = sight && fitCanvas(canvas, sight.frame, ratio, content.palette);
    if (!pen) return;
    const steps = this.picture(pen, content, sight, ratio, this.isRun());
    while (!steps.next().done);
    this.painted = true;
  }

  /**
   * While the page loads: some milliseconds of a picture a frame. The first is seen growing on its ground; one that follows
   * another, or stands elsewhere, when it is whole.
   */
  private paintSlice(canvas: HTMLCanvasElement, content: CanvasContent, ratio: number): void {
    this.job ??= this.beginJob(canvas, content, ratio);
    const { job } = this;
    if (!job) return;
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      if (!job.steps.next().done) continue;
      this.show(canvas, job);
      if (this.astray || this.groundStale || !sameContent(job.content, content)) this.paintSoon();
      return;
    }
    this.paintSoon(0);
  }

  private beginJob(canvas: HTMLCanvasElement, content: CanvasContent, ratio: number): Job | null {
    const aside = this.painted || this.astray;
    const sight = this.astray ? this.measure() : this.sight;
    if (aside) this.sheet ??= document.createElement('canvas');
    const target = (aside && this.sheet) || canvas;
    const pen = sight && fitCanvas(target, sight.frame, ratio, content.palette);
    if (!pen) return null;
    return { content, sight, ratio, target, steps: this.picture(pen, content, sight, ratio, false) };
  }

  /** A picture is whole: in its place, or carried along where the map has moved on since. */
  private show(canvas: HTMLCanvasElement, { content, sight, ratio, target }: Job): void {
    this.job = null;
    this.painted = true;
    if (target !== canvas) lay(target, fitCanvas(canvas, sight.frame, ratio, content.palette));
    this.stand(sight);
    if (this.astray) this.carry(this._map.getCenter(), this._map.getZoom());
  }

  /** What was being painted is not what is asked for now. */
  private dropJob(): void {
    if (this.job) {
      this.groundStale = true;
      if (this.job.sight !== this.sight) this.astray = true;
    }
    this.job = null;
  }

  /** Paints ground and data, a step each time it is asked to go on. */
  private *picture(
    pen: CanvasRenderingContext2D,
    content: CanvasContent,
    { frame, inset }: Sight,
    ratio: number,
    run: boolean,
  ): Generator<void> {
    const { base, model, palette, short, lang } = content;
    const { ground } = this;
    const fits = ground.width === pen.canvas.width && ground.height === pen.canvas.height;
    if (this.groundStale || !fits) {
      this.groundStale = false;
      yield* this.paintingGround(content, frame, ratio);
    }
    lay(ground, pen);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = { palette, unit: 1, short, chosen: content.chosen };
    if (base) yield* paintingMarks(pen, zoneMarks(base, model, frame, style));
    if (content.area) yield* paintingMarks(pen, areaMarks(content.area, frame, palette, 1));
    if (run) {
      pen.translate(inset.x, inset.y);
      yield* paintingMarks(pen, dataMarks(base, model, within(frame, inset), style));
      pen.translate(-inset.x, -inset.y);
    } else yield* paintingMarks(pen, dataMarks(base, model, frame, style));
    const labels = { palette, unit: 1, lang, inset, reserved: [] };
    if (base) yield* paintingMarks(pen, labelMarks(base, model, frame, labels));
    yield* paintingMarks(pen, pointerMarks(content, frame));
  }

  /** Whether this picture follows another at once; if so, a whole one follows when the run ends. */
  private isRun(): boolean {
    const now = performance.now();
    const run = now - this.paintedAt < RUN_MS;
    this.paintedAt = now;
    clearTimeout(this.marginWaits);
    if (run) this.marginWaits = window.setTimeout(() => this.paintSoon(), RUN_MS + 20);
    return run;
  }

  private *paintingGround(content: CanvasContent, frame: MapFrame, ratio: number): Generator<void> {
    const { base, model, palette, chosen } = content;
    const pen = fitCanvas(this.ground, frame, ratio, palette);
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = palette.water;
    pen.fillRect(0, 0, frame.width, frame.height);
    if (!base) return;
    for (const marks of groundLayers(base, model, frame, { palette, unit: 1, chosen })) {
      yield* paintingMarks(pen, marks);
    }
  }
}

/** The part of a frame that is in sight. */
function within(frame: MapFrame, inset: { readonly x: number; readonly y: number }): MapFrame {
  return {
    zoom: frame.zoom,
    width: frame.width - 2 * inset.x,
    height: frame.height - 2 * inset.y,
    left: frame.left + inset.x,
    top: frame.top + inset.y,
  };
}

/** Whether two contents look the same. Lists of rings are made anew at every turn, and mostly hold the same. */
function sameContent(before: CanvasContent, next: CanvasContent): boolean {
  const { ringed, ...rest } = next;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every((key) => before[key] === next[key]);
  return same && ringed.length === before.ringed.length && ringed.every((one, i) => one === before.ringed[i]);
}
