/** Whether a text is ten digits (spaces and hyphens allowed) whose last is the modulus 11 check digit of an NHS number. */
export function nhsNumberIsValid(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits)) return false;
  // NHS Data Dictionary: the first nine digits are weighed 10 down to 2; 11 minus the remainder is the tenth, 11 counts as 0, 10 is never issued.
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
