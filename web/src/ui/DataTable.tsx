import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Empty, Loading, Refused } from './States.tsx';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The server's word in `sort`, where it can sort by this; `-word` is the other direction. */
  readonly sort?: string;
}

export interface TablePage<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Names the list and its filters for the cache. */
  readonly queryKey: readonly unknown[];
  readonly load: (asked: {
    readonly cursor: string | null;
    readonly sort: string | null;
    readonly signal: AbortSignal;
  }) => Promise<TablePage<Row>>;
}

/** A list of any length: pages come from the server as one scrolls, only the rows in sight are drawn. */
export function DataTable<Row>({ caption, columns, rowKey, queryKey, load }: DataTableProps<Row>) {
  const [sort, setSort] = useState<string | null>(null);
  const pages = useInfiniteQuery({
    queryKey: [...queryKey, sort],
    queryFn: ({ pageParam, signal }) => load({ cursor: pageParam, sort, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 42,
    overscan: 12,
  });
  const drawn = virtual.getVirtualItems();
  const first = drawn.at(0);
  const last = drawn.at(-1);
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const nearEnd = last !== undefined && last.index >= rows.length - 20;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetching, isError, fetchNextPage]);

  return (
    // The frame scrolls, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus
    <section className="table-frame" ref={frame} tabIndex={0} aria-label={caption}>
      <table className="data-table" aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Header key={column.header} column={column} sort={sort} setSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={first?.start ?? 0} columns={columns.length} />
          {drawn.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={rowKey(row)} data-index={index} ref={virtual.measureElement} aria-rowindex={index + 2}>
                {columns.map((column) => (
                  <td key={column.header} data-label={column.header}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={virtual.getTotalSize() - (last?.end ?? 0)} columns={columns.length} />
        </tbody>
      </table>
      {isFetching && <Loading />}
      {isError && <Refused error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && rows.length === 0 && <Empty />}
    </section>
  );
}

function Header<Row>({
  column: { header, sort: word },
  sort,
  setSort,
}: {
  readonly column: Column<Row>;
  readonly sort: string | null;
  readonly setSort: (sort: string) => void;
}) {
  const say = useText();
  if (word === undefined) return <th scope="col">{header}</th>;
  const direction = sort === word ? 'ascending' : sort === `-${word}` ? 'descending' : 'none';
  const sign = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
  return (
    <th scope="col" aria-sort={direction}>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={say('shell.sortBy', { column: header })}
        onClick={() => setSort(direction === 'ascending' ? `-${word}` : word)}
      >
        {header}
        {sign}
      </Button>
    </th>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap" aria-hidden>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
