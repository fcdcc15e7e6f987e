/** What the server says in the terminal when it starts. */
export const start = {
  address: 'Kindling is open at {url}',
  demo: 'This is a demo place. Open the address, choose "Come in" and pick somebody to try it as.',
  first: 'Sign up in the browser: the first person becomes the keeper of this place.',
  'sign-in': 'Come in with your e-mail.',
} as const;
