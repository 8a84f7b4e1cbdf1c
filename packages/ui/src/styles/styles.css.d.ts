// What an import of the style sheet gives, for compilers that ask: nothing.
export {};
