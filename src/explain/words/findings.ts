import type { Language } from "../../customers/customer.js";
import { CODES, type Code } from "../../check/codes.js";

/** The findings of `validate`, each in one sentence for somebody who does not know how such files are made. */
const FINDINGS: Partial<Readonly<Record<Code, readonly [nl: string, en: string, de: string]>>> = {
  TA101: [
    "een waarde past niet bij het bestandsformaat",
    "a value does not fit the file format",
    "ein Wert passt nicht zum Dateiformat",
  ],
  TA102: [
    "het bestand heeft een sleutel die hier niet bekend is",
    "the file has a key that is not known here",
    "die Datei hat einen Schlüssel, der hier nicht bekannt ist",
  ],
  TA103: [
    "het bestand gebruikt een type of woord dat hier niet bekend is",
    "the file uses a type or word that is not known here",
    "die Datei verwendet einen Typ oder ein Wort, das hier nicht bekannt ist",
  ],
  TA115: [
    "het bestand is niet precies zoals TOPdesk het schrijft: iemand heeft het bewerkt",
    "the file is not exactly as TOPdesk writes it: someone edited it",
    "die Datei ist nicht genau so, wie TOPdesk sie schreibt: Jemand hat sie bearbeitet",
  ],
  TA201: [
    "de naam van een stap is niet bruikbaar",
    "the name of a step is not usable",
    "der Name eines Schritts ist nicht brauchbar",
  ],
  TA202: [
    "twee stappen hebben dezelfde naam",
    "two steps have the same name",
    "zwei Schritte haben denselben Namen",
  ],
  TA203: [
    "er wordt een antwoord gelezen van een stap die niet bestaat",
    "the answer of a step is read that does not exist",
    "es wird die Antwort eines Schritts gelesen, den es nicht gibt",
  ],
  TA204: [
    "er wordt een antwoord gelezen van een stap die pas later komt",
    "the answer of a step is read that comes later",
    "es wird die Antwort eines Schritts gelesen, der erst später kommt",
  ],
  TA205: [
    "van buiten een lus wordt een stap in die lus gelezen",
    "a step in a loop is read from outside",
    "ein Schritt in einer Schleife wird von außen gelesen",
  ],
  TA206: [
    "er wordt een variabele gelezen die niet bestaat",
    "a variable is read that does not exist",
    "es wird eine Variable gelesen, die es nicht gibt",
  ],
  TA207: ["een variabele wordt niet gebruikt", "a variable is not used", "eine Variable wird nicht benutzt"],
  TA208: [
    "een eigen voorwaarde is leeg, dus de stap draait nooit",
    "a custom condition is empty, so the step never runs",
    "eine eigene Bedingung ist leer, der Schritt läuft also nie",
  ],
  TA209: [
    "een voorwaarde staat er wel, maar geldt niet",
    "a condition is written down but never looked at",
    "eine Bedingung steht da, wird aber nie beachtet",
  ],
  TA210: [
    "twee variabelen hebben dezelfde naam",
    "two variables have the same name",
    "zwei Variablen haben denselben Namen",
  ],
  TA211: [
    "een variabele wordt gelezen voordat die is gevuld",
    "a variable is read before it is set",
    "eine Variable wird gelesen, bevor sie gesetzt ist",
  ],
  TA212: [
    "van buiten een groep stappen wordt een stap erin gelezen",
    "a step in a group of steps is read from outside",
    "ein Schritt in einer Gruppe von Schritten wird von außen gelesen",
  ],
  TA301: [
    "een tekst bevat een schrijffout, waardoor de stap mislukt",
    "a text has a mistake in it that makes the step fail",
    "ein Text enthält einen Schreibfehler, an dem der Schritt scheitert",
  ],
  TA302: [
    "een tekst gebruikt een opdracht die niet bestaat, waardoor de stap mislukt",
    "a text uses an instruction that does not exist, so the step fails",
    "ein Text verwendet eine Anweisung, die es nicht gibt; der Schritt schlägt fehl",
  ],
  TA303: [
    "een opdracht staat op een plaats waar dat niet kan, waardoor de stap mislukt",
    "an instruction stands where it cannot stand, so the step fails",
    "eine Anweisung steht, wo sie nicht stehen kann; der Schritt schlägt fehl",
  ],
  TA304: [
    "een vergelijking is zo geschreven dat zij iets anders vraagt dan bedoeld",
    "a comparison is written so that it asks something else than was meant",
    "ein Vergleich ist so geschrieben, dass er etwas anderes fragt als gemeint",
  ],
  TA305: [
    "een gegeven kan ontbreken, en dan mislukt de stap",
    "a value may be missing, and then the step fails",
    "ein Wert kann fehlen, und dann schlägt der Schritt fehl",
  ],
  TA306: [
    "een gegeven is maar half beveiligd tegen ontbreken",
    "a value is only half guarded against being missing",
    "ein Wert ist nur halb dagegen abgesichert, dass er fehlt",
  ],
  TA307: [
    "een getal kan met punten of komma’s aankomen waar een programma het leest",
    "a number may arrive with points or commas where a program reads it",
    "eine Zahl kann mit Punkten oder Kommas ankommen, wo ein Programm sie liest",
  ],
  TA308: [
    "een ja/nee-waarde wordt zo geschreven dat de stap mislukt",
    "a yes/no value is written so that the step fails",
    "ein Ja/Nein-Wert ist so geschrieben, dass der Schritt fehlschlägt",
  ],
  TA309: [
    "bijzondere tekens komen verminkt aan",
    "special characters arrive garbled",
    "Sonderzeichen kommen verstümmelt an",
  ],
  TA310: [
    "bijzondere tekens in een gegeven kunnen het verzoek breken of veranderen",
    "special characters in a value can break or change the request",
    "Sonderzeichen in einem Wert können die Anfrage zerstören oder verändern",
  ],
  TA311: [
    "tekens in een gegeven kunnen het verzoek veranderen",
    "characters in a value can change the request",
    "Zeichen in einem Wert können die Anfrage verändern",
  ],
  TA312: [
    "een naam is alleen in een andere tekst bekend",
    "a name is only known in another text",
    "ein Name ist nur in einem anderen Text bekannt",
  ],
  TA313: [
    "een stap leest het antwoord van een stap die overgeslagen kan zijn",
    "a step reads the answer of a step that may have been skipped",
    "ein Schritt liest die Antwort eines Schritts, der übersprungen sein kann",
  ],
  TA314: [
    "een item wordt buiten zijn lus gelezen",
    "an item is read outside of its loop",
    "ein Eintrag wird außerhalb seiner Schleife gelesen",
  ],
  TA315: [
    "een lijst kan leeg zijn, en dan mislukt de stap; van meer items telt alleen dit ene",
    "a list may be empty, and then the step fails; of several items only this one counts",
    "eine Liste kann leer sein, und dann schlägt der Schritt fehl; von mehreren Einträgen zählt nur dieser eine",
  ],
  TA316: [
    "de inhoud van een verzoek is niet leesbaar voor het systeem dat hem krijgt",
    "the content of a request cannot be read by the system that gets it",
    "der Inhalt einer Anfrage ist für das empfangende System nicht lesbar",
  ],
  TA317: [
    "de inhoud van een verzoek is in sommige gevallen niet leesbaar",
    "the content of a request cannot be read in some cases",
    "der Inhalt einer Anfrage ist in manchen Fällen nicht lesbar",
  ],
  TA318: [
    "een voorwaarde kan nooit waar zijn, dus de stap draait nooit",
    "a condition can never be true, so the step never runs",
    "eine Bedingung kann nie wahr sein, der Schritt läuft also nie",
  ],
  TA319: [
    "een lijst kan langer zijn dan wat er wordt gelezen; de rest wordt overgeslagen",
    "a list may be longer than what is read; the rest is passed over",
    "eine Liste kann länger sein als gelesen wird; der Rest wird übergangen",
  ],
  TA320: [
    "een naam lijkt op een naam van TOPdesk, maar is verkeerd gespeld",
    "a name looks like one of TOPdesk’s, but is misspelt",
    "ein Name ähnelt einem von TOPdesk, ist aber falsch geschrieben",
  ],
  TA321: [
    "een opdracht krijgt te weinig of te veel waarden, waardoor de stap mislukt",
    "an instruction gets too few or too many values, so the step fails",
    "eine Anweisung erhält zu wenige oder zu viele Werte; der Schritt schlägt fehl",
  ],
  TA322: [
    "een opdracht werkt alleen in een nieuwere versie",
    "an instruction works in a newer version only",
    "eine Anweisung funktioniert nur in einer neueren Version",
  ],
  TA323: [
    "een veld van een kaart wordt gelezen, maar deze actie heeft geen kaart",
    "a field of a card is read, but this action has no card",
    "ein Feld einer Karte wird gelesen, aber diese Aktion hat keine Karte",
  ],
  TA401: [
    "een variabele bevat een leesbaar geheim",
    "a variable holds a secret in clear text",
    "eine Variable enthält ein Geheimnis im Klartext",
  ],
  TA402: [
    "in een verzoek staan leesbare aanmeldgegevens",
    "a request has credentials in clear text in it",
    "in einer Anfrage stehen Anmeldedaten im Klartext",
  ],
  TA403: [
    "in een tekst staat een leesbaar geheim",
    "a text has a secret in clear text in it",
    "in einem Text steht ein Geheimnis im Klartext",
  ],
  TA404: [
    "in een adres staan aanmeldgegevens",
    "an address has credentials in it",
    "in einer Adresse stehen Anmeldedaten",
  ],
};

const COLUMN: Readonly<Record<Language, 0 | 1 | 2>> = { nl: 0, en: 1, de: 2 };

/** A finding in a sentence; the title of its code where there is none. */
export function findingInWords(code: Code, language: Language): string {
  return FINDINGS[code]?.[COLUMN[language]] ?? CODES[code].title;
}

/** The codes that have a sentence. */
export const CODES_WITH_WORDS: readonly string[] = Object.keys(FINDINGS);
