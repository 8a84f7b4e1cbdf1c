import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isLanguage, LANGUAGES, languageName } from './languages.ts';
import { createModelCatalogue } from './model-catalogue.ts';
import { BUNDLED_MODEL_DIR, listModels, ModelFilesError, readModelFiles } from './model-files.ts';
import { createTextTokens } from './text-tokens.ts';
import { languageToken } from './vocabulary.ts';

const base = readModelFiles(BUNDLED_MODEL_DIR, 'base');
const tiny = readModelFiles(BUNDLED_MODEL_DIR, 'tiny.en');

describe('the bundled models', () => {
  it('are whole: every file has the checksum of SHA256SUMS', () => {
    expect(listModels(BUNDLED_MODEL_DIR)).toEqual(['base', 'tiny.en']);
  });

  it('number their special tokens as Whisper does', () => {
    expect(base.vocabulary).toMatchObject({
      multilingual: true,
      special: { endOfText: 50_257, transcribe: 50_359, noSpeech: 50_362, noTimestamps: 50_363 },
    });
    expect(tiny.vocabulary).toMatchObject({
      multilingual: false,
      special: { endOfText: 50_256, startOfTranscript: 50_257, noTimestamps: 50_362 },
    });
    expect(languageToken(base.vocabulary, 'en')).toBe(50_259);
    expect(languageToken(base.vocabulary, 'su')).toBe(50_357);
  });

  it('know 99 languages, with names as the hosted API writes them', () => {
    expect(new Set(LANGUAGES).size).toBe(99);
    expect(languageName('en')).toBe('english');
    expect(languageName('jw')).toBe('javanese');
    expect(isLanguage('xx')).toBe(false);
  });
});

describe('readModelFiles', () => {
  it('refuses a changed or missing file by name', () => {
    const dir = mkdtempSync(join(tmpdir(), 'models-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    cpSync(join(BUNDLED_MODEL_DIR, 'tiny.en'), join(dir, 'tiny.en'), { recursive: true });
    cpSync(join(BUNDLED_MODEL_DIR, 'SHA256SUMS'), join(dir, 'SHA256SUMS'));
    expect(() => readModelFiles(dir, 'tiny.en')).toThrow(/logmel\.onnx is missing/);
    writeFileSync(join(dir, 'tiny.en', 'tiny.en-suppress.json'), '{"suppress":[],"begin":[]}');
    expect(() => readModelFiles(dir, 'tiny.en')).toThrow(/suppress\.json does not match/);
  });

  it('says that there is no model', () => {
    expect(() => listModels('/nowhere')).toThrow(ModelFilesError);
  });
});

describe('createTextTokens', () => {
  const tokens = createTextTokens(base.vocabulary);

  it('splits words as GPT-2 does', () => {
    expect(tokens.encode(' Good morning, my name is James')).toEqual([
      2205, 2446, 11, 452, 1315, 307, 5678,
    ]);
  });

  it('gives any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(tokens.decode(tokens.encode(text))).toBe(text);
      }),
    );
  });
});

describe('createModelCatalogue', () => {
  it('answers to the hosted name with the final model', () => {
    const catalogue = createModelCatalogue(['base', 'tiny.en']);
    expect(catalogue.resolve('whisper-1')).toBe('base');
    expect(catalogue.resolve('large')).toBeUndefined();
    expect(catalogue.warm).toEqual({ interim: ['tiny.en'], final: ['base'] });
  });

  it('makes do with another model for both tiers', () => {
    expect(createModelCatalogue(['small']).warm).toEqual({ interim: ['small'], final: ['small'] });
  });
});
