import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/customers/customer.js";
import { sampleGuide } from "./sample-request.js";

describe("the page", () => {
  const branding = {
    organisation: "Sint Jozef",
    logoUrl: "https://school.example/l.png?a=1&b=2",
    accentColor: "#C2410c",
  };

  test("has the customer's name, logo and colour", () => {
    const { html } = sampleGuide({ customer: { branding } });
    expect(html).toContain(
      '<img src="https://school.example/l.png?a=1&amp;b=2" alt=""><span>Sint Jozef</span>',
    );
    expect(html).toContain("--accent: #C2410c;");
  });

  test("needs nothing else from elsewhere, and runs nothing", () => {
    const { html } = sampleGuide({ customer: {} });
    expect(html).not.toMatch(/<(?:script|link|iframe|img|object)|url\(|@import|\son\w+=/i);
    expect(html).toContain("default-src 'none'");
  });

  test.each([
    "javascript:alert(1)",
    "http://school.example/l.png",
    "data:image/png;base64,x",
    "//x.example/l.png",
    "",
  ])("does not take %s for a logo", (logoUrl) => {
    expect(sampleGuide({ customer: { branding: { logoUrl } } }).html).not.toContain("<img");
  });

  test.each(["red", "#12345", "#123456;} body{display:none", ""])(
    "does not take %j for a colour",
    (accentColor) => {
      expect(sampleGuide({ customer: { branding: { accentColor } } }).html).toContain("--accent: #1f5f8b;");
    },
  );

  test.each(LANGUAGES)("in %s: every step has a box to tick, and links to sections arrive", (language) => {
    const { markdown, html } = sampleGuide({ customer: { language } });
    const steps = markdown.match(/^- \[ \] /gm) ?? [];
    expect(html.match(/<input type="checkbox">/g)).toHaveLength(steps.length);
    const [, target = ""] = /href="#([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`<h2 id="${decodeURIComponent(target)}">`);
  });
});
