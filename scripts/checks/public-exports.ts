import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../project.ts';

/** Something that a package gives out. */
export interface PublicExport {
  /** The name that others import. */
  name: string;
  /** Where it is written, from the root of the project. */
  file: string;
  /** Its doc comment as it stands in the file; undefined: it has none. */
  doc: string | undefined;
}

type Target = string | { '@agent/source'?: string };

/** The source files that the `exports` of each package lead to. */
export function entryFiles(): string[] {
  return globSync('packages/*/package.json', { cwd: projectRoot }).flatMap((file) => {
    const { exports = {} } = JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as {
      exports?: Record<string, Target>;
    };
    return Object.values(exports)
      .map((target) => (typeof target === 'string' ? target : (target['@agent/source'] ?? '')))
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(dirname(file), path));
  });
}

/**
 * What a source file gives out, whether it is written there or handed on from beside it. What it
 * hands on of another package has its comment there.
 */
export function publicExports(file: string): PublicExport[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imported = importedNames(source);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) {
      return writtenHere(statement).map((name) => ({ name, file, doc: docOf(statement) }));
    }
    const { exportClause } = statement;
    const from = specifierOf(statement);
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return allOf(file, from);
    return exportClause.elements.map(({ name, propertyName }) => {
      const known = (propertyName ?? name).text;
      return { ...oneOf(file, from ?? imported.get(known), known), name: name.text };
    });
  });
}

function allOf(file: string, from = ''): PublicExport[] {
  return from.startsWith('.') ? publicExports(join(dirname(file), from)) : [];
}

function oneOf(file: string, from: string | undefined, name: string): PublicExport {
  if (from !== undefined && !from.startsWith('.')) return { name, file: from, doc: `Of ${from}.` };
  const found = allOf(file, from).find((one) => one.name === name);
  return found ?? { name, file, doc: undefined };
}

/** Which module each imported name is from. */
function importedNames(source: ts.SourceFile): Map<string, string> {
  const names = source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const { namedBindings } = statement.importClause ?? {};
    if (namedBindings === undefined || !ts.isNamedImports(namedBindings)) return [];
    return namedBindings.elements.map(
      ({ name }) => [name.text, specifierOf(statement) ?? ''] as const,
    );
  });
  return new Map(names);
}

function specifierOf({ moduleSpecifier }: ts.ImportDeclaration | ts.ExportDeclaration) {
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}

function writtenHere(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return [name?.text ?? 'default'];
}

function docOf(statement: ts.Statement): string | undefined {
  const [doc] = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).slice(-1);
  return doc?.getText();
}
