import { NativeSelect } from '@mantine/core';
import { type Role, useSession } from '../../api/session.ts';
import { rolesToGive } from '../../can.ts';
import { useText } from '../../i18n/index.ts';
import { fieldId, useFieldError } from '../../ui/Form.tsx';

/** The roles one may give, in a form. @param present what the person has; it stays choosable */
export function RoleSelect({ present = 'member' }: { readonly present?: Role }) {
  const say = useText();
  const roles = rolesToGive(useSession().data);
  const offered = roles.includes(present) ? roles : [...roles, present];
  return (
    <NativeSelect
      id={fieldId('/role')}
      name="role"
      label={say('people.role')}
      description={say('people.roleHint')}
      defaultValue={present}
      data={offered.map((role) => ({ value: role, label: say(`home.${role}`) }))}
      error={useFieldError('/role')}
    />
  );
}

/** The role that a form names. */
export function roleIn(text: string): Role {
  return (['staff', 'admin', 'owner'] as const).find((role) => role === text) ?? 'member';
}
