export declare function ownLines(map: string): string;
