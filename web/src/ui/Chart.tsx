import { useText } from '../i18n/index.ts';

export interface ChartPoint {
  readonly label: string;
  readonly value: number;
}

const width = 640;
const height = 240;
const foot = 24;

/** Bars or a line, and the same numbers as a table for whoever would rather read. @param title what is counted */
export function Chart({
  title,
  kind,
  points,
}: {
  readonly title: string;
  readonly kind: 'bars' | 'line';
  readonly points: readonly ChartPoint[];
}) {
  const say = useText();
  const most = Math.max(1, ...points.map((point) => point.value));
  const step = width / Math.max(1, points.length);
  const placed = points.map((point, index) => ({
    ...point,
    x: index * step,
    y: (height - foot) * (1 - point.value / most) + foot / 2,
  }));
  return (
    <figure className="chart-figure">
      <figcaption>{title}</figcaption>
      <svg className="chart" viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={title}>
        {kind === 'line' && <polyline points={placed.map(({ x, y }) => `${x + step / 2},${y}`).join(' ')} />}
        {placed.map(({ label, value, x, y }) => (
          <g key={label}>
            <title>{`${label}: ${value}`}</title>
            {kind === 'bars' ? (
              <rect x={x + step * 0.1} y={y} width={step * 0.8} height={height - foot / 2 - y} />
            ) : (
              <circle cx={x + step / 2} cy={y} r={3} />
            )}
            {step > 40 && (
              <text x={x + step / 2} y={height + foot / 2} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={width} y1={height - foot / 2} y2={height - foot / 2} />
        <text x={0} y={foot / 2 - 2}>
          {most}
        </text>
        {step <= 40 && <Ends points={points} />}
      </svg>
      <details>
        <summary>{say('shell.asTable')}</summary>
        <table className="data-table">
          <caption>{title}</caption>
          <tbody>
            {points.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** The first and the last label, where there is no room for each. */
function Ends({ points }: { readonly points: readonly ChartPoint[] }) {
  return (
    <>
      <text x={0} y={height + foot / 2}>
        {points.at(0)?.label}
      </text>
      <text x={width} y={height + foot / 2} textAnchor="end">
        {points.at(-1)?.label}
      </text>
    </>
  );
}
