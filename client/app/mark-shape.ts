/** The lines of the mark, 64 by 64. */
export const sticks = 'M12 56 46 39M52 56 18 39';
export const flame = 'M32 6c3 7 12 11.5 12 21a12 12 0 0 1-24 0c0-5.5 3.5-8 5.5-12 1.5 2.600 2.200 4 3.800 5C30.800 16.300 30.200 11 32 6Z';
