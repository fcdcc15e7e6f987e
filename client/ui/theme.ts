/** Mantine dressed in our tokens, so that its parts and ours look like one hand. */
import { Button, createTheme, type CSSVariablesResolver, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';
import button from './button.module.css';

const inkTones: MantineColorsTuple = ['#f6efe3', '#ece2d0', '#dccfb8', '#c3b5a3', '#948470', '#877659', '#5d5040', '#41372d', '#2b2219', '#1c1713'];
const emberTones: MantineColorsTuple = ['#fbe6d3', '#ffd3b0', '#ffbf8f', '#ffa970', '#ff8a45', '#f06b22', '#d9500f', '#bd430a', '#a03606', '#7c2a05'];

const plain = { background: 'var(--k-raised)', hover: 'var(--k-sunk)', color: 'var(--k-ink)', border: '1px solid var(--k-line-strong)' };
const quiet = {
  background: 'transparent',
  hover: 'color-mix(in oklab, var(--k-ink) 8%, transparent)',
  color: 'var(--k-ink)',
  border: '1px solid transparent',
};
const main = {
  background: 'var(--k-ink)',
  hover: 'color-mix(in oklab, var(--k-ink) 86%, var(--k-paper))',
  color: 'var(--k-raised)',
  border: '1px solid transparent',
};
const ember = {
  background: 'var(--k-ember-fill)',
  hover: 'color-mix(in oklab, var(--k-ember-fill) 90%, var(--k-ink))',
  color: 'var(--k-on-ember)',
  border: '1px solid transparent',
};
const looks = { main, filled: main, ember, quiet, subtle: quiet, transparent: quiet };

/** Colours of a button by its variant; `color` is ignored on purpose: there is one accent. */
const variantColors: VariantColorsResolver = ({ variant }) => (Object.hasOwn(looks, variant) ? looks[variant as keyof typeof looks] : plain); // hasOwn has just shown that it is a key.

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 3 },
  colors: { ink: inkTones, ember: emberTones },
  black: '#2b2219',
  white: '#fffcf5',
  fontFamily: 'var(--k-sans)',
  headings: { fontFamily: 'var(--k-serif)', fontWeight: '600' },
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1.125rem', lg: '1.25rem', xl: '1.5rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.35' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.625rem', lg: '0.875rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  variantColorResolver: variantColors,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'plain', size: 'md' },
      classNames: { root: button['root'] ?? '', label: button['label'] ?? '' },
    }),
  },
});

const ours = {
  '--mantine-color-body': 'var(--k-paper)',
  '--mantine-color-text': 'var(--k-ink)',
  '--mantine-color-bright': 'var(--k-ink)',
  '--mantine-color-dimmed': 'var(--k-ink-soft)',
  '--mantine-color-placeholder': 'var(--k-ink-soft)',
  '--mantine-color-anchor': 'var(--k-ink)',
  '--mantine-color-default': 'var(--k-raised)',
  '--mantine-color-default-hover': 'var(--k-sunk)',
  '--mantine-color-default-color': 'var(--k-ink)',
  '--mantine-color-default-border': 'var(--k-line-strong)',
  '--mantine-color-error': 'var(--k-care)',
};

/** Mantine's own variables, pointed at our tokens in both schemes. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
