import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { projectRoot } from '../project.ts';

/**
 * The figure of a constant, read from its source, so that nothing is run or exported for it. `NAME` is a
 * constant, `defaults.offerMs` a member of one, `capacity` the default of an option.
 */
export function namedFigure(file: string, name: string): number | undefined {
  const text = readFileSync(`${projectRoot}/${file}`, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const named = namedValues(source);
  const [first = '', ...members] = name.split('.');
  const value = members.reduce(memberOf, named.get(first));
  return value && figureOf(value, named);
}

/** Each constant, and each default of an option, by its name; the first of a name counts. */
function namedValues(source: ts.SourceFile): Map<string, ts.Expression> {
  const named = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isBindingElement(node);
    if (declares && node.initializer && ts.isIdentifier(node.name) && !named.has(node.name.text)) {
      named.set(node.name.text, node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return named;
}

function memberOf(value: ts.Expression | undefined, name: string): ts.Expression | undefined {
  const object = value && bare(value);
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  const property = object.properties.find((each) => each.name?.getText() === name);
  if (!property) return undefined;
  if (ts.isShorthandPropertyAssignment(property)) return property.name;
  return ts.isPropertyAssignment(property) ? property.initializer : undefined;
}

function figureOf(
  expression: ts.Expression,
  named: ReadonlyMap<string, ts.Expression>,
): number | undefined {
  const value = bare(expression);
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (ts.isIdentifier(value)) {
    const other = named.get(value.text);
    return other && figureOf(other, named);
  }
  if (ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.MinusToken) {
    const figure = figureOf(value.operand, named);
    return figure === undefined ? undefined : -figure;
  }
  if (ts.isBinaryExpression(value)) return resultOf(value, named);
  return undefined;
}

function resultOf(
  { left, right, operatorToken }: ts.BinaryExpression,
  named: ReadonlyMap<string, ts.Expression>,
): number | undefined {
  const [one, other] = [figureOf(left, named), figureOf(right, named)];
  if (one === undefined || other === undefined) return undefined;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AsteriskToken:
      return one * other;
    case ts.SyntaxKind.SlashToken:
      return one / other;
    case ts.SyntaxKind.PlusToken:
      return one + other;
    case ts.SyntaxKind.MinusToken:
      return one - other;
    default:
      return undefined;
  }
}

/** Without what says nothing of the figure: `as const`, `satisfies`, brackets, `Object.freeze`. */
function bare(expression: ts.Expression): ts.Expression {
  if (
    ts.isAsExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isParenthesizedExpression(expression)
  ) {
    return bare(expression.expression);
  }
  const [only] = ts.isCallExpression(expression) ? expression.arguments : [];
  if (
    only &&
    ts.isCallExpression(expression) &&
    expression.expression.getText() === 'Object.freeze'
  ) {
    return bare(only);
  }
  return expression;
}
