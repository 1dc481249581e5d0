/** What is wrong with a password of somebody who comes alone (Gemini contract §4.1): 8–128 characters, not the address. */
export function judgeOwnPassword(password: string, email: string): string[] {
  if (password.length < 8) return ['This password is too short. It must contain at least 8 characters.'];
  if (password.length > 128) return ['Ensure this field has no more than 128 characters.'];
  return password.toLowerCase() === email.toLowerCase() ? ['The password is the e-mail address.'] : [];
}
