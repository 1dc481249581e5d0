import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import type { paths as Routes } from '../api/schema.generated.ts';
import { textIn } from '../forms/values.ts';
import { useText } from '../i18n/index.ts';
import { ConfirmButton } from './ConfirmButton.tsx';
import { Form, fieldId, useFieldError } from './Form.tsx';
import { Moment } from './Moment.tsx';
import { Empty, Loading, Refused } from './States.tsx';

type Asked = Routes['/api/v1/comments']['get']['parameters']['query'];
type Page = Routes['/api/v1/comments']['get']['responses'][200]['content']['application/json'];
type Comment = Page['items'][number];

/** What people say about a thing, with a form to say more. @param targetId as `/comments` names the thing */
export function Comments({
  targetType,
  targetId,
}: {
  readonly targetType: Asked['target_type'];
  readonly targetId: string;
}) {
  const say = useText();
  const client = useQueryClient();
  const queryKey = ['comments', targetType, targetId];
  const target = { target_type: targetType, target_id: targetId };
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...target,
        sort: '-created_at' as const,
        ...(pageParam !== null && { cursor: pageParam }),
      };
      return unwrap(api.GET('/api/v1/comments', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
  const reread = () => client.invalidateQueries({ queryKey });
  const comments = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="comments">
      <Title order={2} size="h3" id="comments">
        {say('shell.comments')}
      </Title>
      <Stack my="md">
        <Write target={target} reread={reread} />
        {found.isPending && <Loading />}
        {found.isError && <Refused error={found.error} retry={() => void found.refetch()} />}
        {found.isSuccess && comments.length === 0 && <Empty>{say('shell.noComments')}</Empty>}
        {comments.map((one) => (
          <OneComment key={one.uuid} one={one} reread={reread} />
        ))}
        {found.hasNextPage && (
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {say('shell.older')}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function Write({
  target,
  reread,
}: {
  readonly target: Pick<Asked, 'target_type' | 'target_id'>;
  readonly reread: () => Promise<unknown>;
}) {
  const say = useText();
  const [round, setRound] = useState(0);
  return (
    <Form
      key={round}
      button={say('shell.comment')}
      submit={async (values) => {
        const body = { ...target, content: textIn(values, 'content') };
        await unwrap(api.POST('/api/v1/comments', { body }));
        setRound(round + 1);
        await reread();
      }}
    >
      <ContentField label={say('shell.yourComment')} />
    </Form>
  );
}

function OneComment({ one, reread }: { readonly one: Comment; readonly reread: () => Promise<unknown> }) {
  const say = useText();
  const [isEdited, setEdited] = useState(false);
  const options = { params: { path: { uuid: one.uuid } }, headers: { 'if-match': one.etag } };
  return (
    <Paper
      component="article"
      withBorder
      p="sm"
      aria-label={say('shell.commentOf', { name: one.author.name })}
    >
      <Group gap="xs">
        <Text fw={600}>{one.author.name}</Text>
        <Moment at={one.created_at} />
        {one.changed_at !== null && <Text size="sm">{say('shell.commentChanged')}</Text>}
      </Group>
      {isEdited ? (
        <Form
          button={say('shell.save')}
          submit={async (values) => {
            const body = { content: textIn(values, 'content') };
            await unwrap(api.PATCH('/api/v1/comments/{uuid}', { ...options, body }));
            setEdited(false);
            await reread();
          }}
        >
          <ContentField label={say('shell.yourComment')} present={one.content} id={one.uuid} />
        </Form>
      ) : (
        <Text className="written">{one.content}</Text>
      )}
      {one.may_change && (
        <Group mt="sm">
          <Button variant="default" onClick={() => setEdited(!isEdited)}>
            {say(isEdited ? 'shell.cancel' : 'shell.edit')}
          </Button>
          <ConfirmButton
            label={say('shell.delete')}
            question={say('shell.deleteComment')}
            act={async () => {
              await unwrap(api.DELETE('/api/v1/comments/{uuid}', options));
              await reread();
            }}
          />
        </Group>
      )}
    </Paper>
  );
}

/** @param id where several of them stand on a page */
function ContentField({
  label,
  present = '',
  id = '',
}: {
  readonly label: string;
  readonly present?: string;
  readonly id?: string;
}) {
  return (
    <Textarea
      id={`${fieldId('/content')}${id}`}
      name="content"
      label={label}
      defaultValue={present}
      maxLength={10_000}
      autosize
      minRows={2}
      required
      error={useFieldError('/content')}
    />
  );
}
