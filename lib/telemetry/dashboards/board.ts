/* eslint-disable @typescript-eslint/no-deprecated -- the classic format: Grafana reads it from files since version 5,
   and the newer one, which the SDK would rather have us use, only behind its API. */
import {
  type Dashboard,
  DashboardBuilder,
  DashboardLinkBuilder,
  DashboardLinkType,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { Telemetry } from '../telemetry';
import { panel, type PanelProps } from './panel';

/** A dashboard as Grafana reads it from a file. */
export type Board = Dashboard;

export interface BoardProps {
  /** Name of the file, and the last part of the dashboard's address. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly panels: readonly PanelProps[];
}

/** The tag by which the dashboards of the mesh link to each other. */
const tag = 'mesh';

/** Grafana refuses longer ones, and makes one up where there is none. */
const longestUid = 40;

/** A dashboard that nobody edits in the browser: the next rendering would undo it. */
export function board({ name, title, description, panels }: BoardProps, { datasource, links }: Telemetry): Board {
  const builder = new DashboardBuilder(title)
    .description(description)
    .tags([tag])
    .readonly()
    .time({ from: 'now-30m', to: 'now' })
    .refresh('10s')
    .timezone('browser')
    .link(new DashboardLinkBuilder('Dashboards').type(DashboardLinkType.Dashboards).tags([tag]).asDropdown(true));
  if (name.length <= longestUid) {
    builder.uid(name);
  }
  for (const [title, url] of Object.entries(links)) {
    builder.link(
      new DashboardLinkBuilder(title).type(DashboardLinkType.Link).url(url).icon('external link').targetBlank(true),
    );
  }
  panels.forEach((props, index) => builder.withPanel(panel(props, datasource).id(index + 1)));
  return linksInSight(builder.build());
}

/** The builder hides links in a menu and can't be told otherwise. */
function linksInSight(dashboard: Board): Board {
  const links = (dashboard.links ?? []).map((link) => {
    const shown = { ...link };
    delete shown.placement;
    return shown;
  });
  return { ...dashboard, links };
}
