// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { allowedHtml, allowedScriptUrl } from '#app/trusted-types.ts';

it('lets exactly one string become HTML', () => {
  expect(allowedHtml('<svg/>')).toBe('<svg/>');
  expect(() => allowedHtml('<svg/> ')).toThrow(TypeError);
  expect(() => allowedHtml('<img src=x onerror=alert(1)>')).toThrow(TypeError);
});

it('lets scripts come from our own origin only', () => {
  expect(allowedScriptUrl('/assets/worker.js', 'https://a.example')).toBe('/assets/worker.js');
  expect(() => allowedScriptUrl('https://b.example/x.js', 'https://a.example')).toThrow(/b\.example/);
  expect(() => allowedScriptUrl('data:text/javascript,0', 'https://a.example')).toThrow(TypeError);
});
