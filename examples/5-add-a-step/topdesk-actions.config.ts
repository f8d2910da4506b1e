import {
  always,
  baseUrl,
  defineConfig,
  extendAction,
  flagParameter,
  minimumStock,
  recordShape,
  url,
  variable,
} from "topdesk-actions";

const minimumStockWithReport = extendAction(minimumStock, {
  revision: "2026-11-24",
  parameters: {
    reportRuns: flagParameter({
      description: "Whether each run is reported to your monitoring, which warns when a run is missing.",
      default: false,
    }),
  },
  record: (flow, parameters, _context, base) => {
    base();
    if (!parameters.reportRuns) return;
    const { monitor_url } = flow.variables({
      monitor_url: variable("The address that your monitoring waits for (e.g. https://monitor.example.com)"),
    });
    flow.http(
      "report_run",
      { method: "GET", url: url`${baseUrl(monitor_url)}/ping/minimum-stock`, answer: recordShape({}) },
      { run: always },
    );
  },
});

export default defineConfig({ actions: [minimumStockWithReport] });
