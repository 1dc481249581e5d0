import { Button, Group, List, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { fieldId, useFieldError } from '../../ui/Form.tsx';
import type { Draft, DraftLink, Edit } from './drafts.ts';

const kinds = ['inclusive', 'exclusive'] as const;

/** The links of one workshop, beside it. A link stands beside both of its workshops. */
export function WorkshopLinks({
  edit,
  workshop: { key },
  title,
  change,
}: {
  readonly edit: Edit;
  readonly workshop: Draft;
  readonly title: string;
  readonly change: (links: readonly DraftLink[]) => void;
}) {
  const say = useText();
  const [other, setOther] = useState('');
  const [kind, setKind] = useState<DraftLink['kind']>('inclusive');
  const titleOf = (named: string) => {
    const at = edit.workshops.findIndex((one) => one.key === named);
    return edit.workshops[at]?.title.trim() || say('workshops.untitled', { place: at + 1 });
  };
  const own = edit.links.flatMap((link, at) =>
    link.one === key || link.other === key ? [{ link, at }] : [],
  );
  const taken = new Set(own.flatMap(({ link }) => [link.one, link.other]));
  const free = edit.workshops.filter((one) => one.key !== key && !taken.has(one.key));
  return (
    <details open={own.length > 0}>
      <summary>{say('workshops.links', { count: own.length })}</summary>
      <List my="xs">
        {own.map(({ link, at }) => {
          const partner = titleOf(link.one === key ? link.other : link.one);
          return (
            <List.Item key={`${link.one} ${link.other}`}>
              <Group gap="xs">
                <Text>{say(`workshops.${link.kind}With`, { title: partner })}</Text>
                <Button
                  size="compact-sm"
                  variant="outline"
                  color="red"
                  aria-label={say('workshops.removeLink', { title, other: partner })}
                  onClick={() => change(edit.links.toSpliced(at, 1))}
                >
                  ×
                </Button>
              </Group>
              {link.one === key && <LinkFault at={at} />}
            </List.Item>
          );
        })}
      </List>
      {free.length > 0 && (
        <Group align="end">
          <NativeSelect
            label={say('workshops.linkKind', { title })}
            value={kind}
            data={kinds.map((value) => ({ value, label: say(`workshops.${value}`) }))}
            onChange={({ currentTarget }) =>
              setKind(currentTarget.value === 'exclusive' ? 'exclusive' : 'inclusive')
            }
          />
          <NativeSelect
            label={say('workshops.linkWith', { title })}
            value={other}
            data={[
              { value: '', label: say('workshops.pick') },
              ...free.map((one) => ({ value: one.key, label: titleOf(one.key) })),
            ]}
            onChange={({ currentTarget }) => setOther(currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={!free.some((one) => one.key === other)}
            onClick={() => {
              change([...edit.links, { one: key, other, kind }]);
              setOther('');
            }}
          >
            {say('workshops.addLink')}
          </Button>
        </Group>
      )}
    </details>
  );
}

/** What the server said to a link. */
function LinkFault({ at }: { readonly at: number }) {
  const pointer = `/links/${at}`;
  const said = useFieldError(pointer);
  return said === null ? null : (
    <Text id={fieldId(pointer)} c="red" tabIndex={-1}>
      {said}
    </Text>
  );
}
