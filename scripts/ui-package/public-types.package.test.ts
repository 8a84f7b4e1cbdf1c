import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../project.ts';

const dist = `${projectRoot}/packages/ui/dist`;
const entries = ['index', 'live', 'replay', 'sessions', 'wall'].map(
  (name) => `${dist}/${name}.d.ts`,
);
const program = ts.createProgram(entries, {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

describe.each(entries)('%s', (entry) => {
  const exported = exportsOf(entry);

  it('exports every type of ours that its types name', () => {
    const named = [...exported].flatMap(([symbol, name]) =>
      typesNamedIn(symbol).map((type) => [type, `${name} names ${type.name}`] as const),
    );
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter(([type]) => !exported.has(type));
    expect([...new Set(missing.map(([, words]) => words))]).toEqual([]);
  });
});

it.each([1, 2])('means the same by a name in the first entry and in entry %i', (index) => {
  const [main, live] = [entries[0], entries[index]].map((entry) => exportsOf(entry ?? ''));
  const inMain = new Map([...(main ?? [])].map(([symbol, name]) => [name, symbol]));
  const shared = [...(live ?? [])].filter(([, name]) => inMain.has(name));
  expect(shared.length).toBeGreaterThan(2);
  expect(shared.filter(([symbol, name]) => inMain.get(name) !== symbol)).toEqual([]);
});

/** What an entry exports, with the name that it has there. */
function exportsOf(entry: string): Map<ts.Symbol, string> {
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is no module.`);
  const symbols = checker.getExportsOfModule(module);
  return new Map(symbols.map((symbol) => [original(symbol), symbol.name]));
}

/** The types declared in the package that the declaration of an export names. */
function typesNamedIn(symbol: ts.Symbol): ts.Symbol[] {
  const found = new Set<ts.Symbol>();
  const visit = (node: ts.Node) => {
    const name = typeNameOf(node);
    const type = name && checker.getSymbolAtLocation(name);
    if (type && isOurs(original(type))) found.add(original(type));
    ts.forEachChild(node, visit);
  };
  symbol.declarations?.forEach(visit);
  return [...found];
}

function typeNameOf(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName;
  return ts.isExpressionWithTypeArguments(node) ? node.expression : undefined;
}

function isOurs(type: ts.Symbol): boolean {
  const isParameter = (type.flags & ts.SymbolFlags.TypeParameter) !== 0;
  const file = type.declarations?.[0]?.getSourceFile().fileName ?? '';
  return !isParameter && file.startsWith(`${dist}/`);
}

function original(symbol: ts.Symbol): ts.Symbol {
  const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
}
