import { catalogue } from "../../src/actions/catalogue.js";
import { LANGUAGES, type Branding, type Language } from "../../src/customers/customer.js";
import type { TargetId } from "../../src/model/action.js";
import type { JsonObject } from "../../src/model/json.js";
import { handlebarsTexts } from "../../src/text/handlebars-texts.js";
import { runAction, type Answer, type SentRequest } from "./engine.js";
import { library, recorded } from "./project.js";
import type { Renderer } from "./renderer.js";
import { answering } from "./stock-room.js";

/** One mail as a customer would get it. */
export interface SampleMail {
  readonly name: string;
  readonly actionId: string;
  readonly language: Language;
  readonly format: "html" | "text";
  readonly branding: Branding;
}

/** A branding with all that it can hold, and with what must not become markup. */
export const BRANDING: Branding = {
  organisation: 'Städtische "IT" <Nord> & Süd',
  logoUrl: "https://www.example.com/logo.png?size=2&dark=0",
  accentColor: "#8a1538",
  signature: "Mit freundlichen Grüßen\nIT-Service <Nord> & Süd\nTelefon 0123 456-789 ${intern}",
};

const BRANDINGS: readonly (readonly [string, Branding])[] = [
  ["without branding", {}],
  ["with a name only", { organisation: "Basisschool De Linde" }],
  ["with all branding", BRANDING],
];

/** Every mail of every action, in each language and format, without and with branding. */
export const sampleMails: readonly SampleMail[] = catalogue.flatMap(({ id: actionId }) =>
  LANGUAGES.flatMap((language) =>
    (["html", "text"] as const).flatMap((format) =>
      BRANDINGS.map(([words, branding]) => ({
        name: `${actionId} in ${language} as ${format} ${words}`,
        actionId,
        language,
        format,
        branding,
      })),
    ),
  ),
);

interface Scene {
  readonly target: TargetId;
  readonly parameters: JsonObject;
  readonly card: JsonObject;
  readonly answer: (request: SentRequest) => Answer;
}

/** What each action meets, so that its mail shows all that it can show. */
const SCENES: Readonly<Record<string, () => Scene>> = {
  "minimum-stock": () => ({
    target: "action",
    parameters: { countBulkItems: true },
    card: {},
    answer: answering(
      {
        stocks: [
          { name: "Laptops", minimum: "25", assets: [4, 3] },
          { name: 'Beamer & Zubehör <Raum 2> "Reserve"', minimum: "12345.5", assets: [1000, 0] },
          {
            name: "Dockingstationen-Verwaltungsgebäude-Nord",
            minimum: "3",
            assets: [1],
            bulk: [1],
            bulkLines: 1200,
          },
        ],
        count: 1001,
      },
      "minimale-voorraad",
    ),
  }),
  "notify-operator-group": () => ({
    target: "action-sequence",
    parameters: {},
    card: {
      naam: "I 2411 0007",
      korteomschrijving: 'Drucker <3> & "Toner" im Flur',
      aanmelderemail: "erika.mustermann@example.com",
    },
    answer: () => ({ status: 202, body: {} }),
  }),
};

/** A mail as TOPdesk's mail API gets it. */
export interface SentMail {
  readonly subject: string;
  readonly body: string;
  readonly isHtmlBody: boolean;
}

/** Runs the action of a sample and gives the mail that it sends. */
export async function sentMail(sample: SampleMail, renderer: Renderer): Promise<SentMail> {
  const scene = SCENES[sample.actionId]?.();
  if (scene === undefined) throw new Error(`${sample.actionId} has no scene here: write one`);
  const parameters = { ...scene.parameters, language: sample.language, mailFormat: sample.format };
  const words = handlebarsTexts(library, { branding: sample.branding });
  const action = recorded(sample.actionId, scene.target, parameters, words);
  const semantics = { skippedCountsAs: "success", failedAnswer: "error body" } as const;
  const run = await runAction(action, scene.card, renderer, semantics, scene.answer);
  const mail = run.requests.find(({ step }) => step === "send_mail");
  if (mail === undefined) throw new Error(`${sample.name} sent no mail: ${run.failures.join("; ")}`);
  return JSON.parse(mail.body) as SentMail;
}
