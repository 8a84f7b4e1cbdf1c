import { AppShell } from '@agent/ui';
import '../app.css';
import './dashboard.css';
import { AgentFigures, AgentFilters } from '#client/figures/agents/agent-figures.tsx';
import { AgentsPage } from './agents/agents-page.tsx';
import { AnalyticsPage } from './analytics/analytics-page.tsx';
import { DashboardPage } from './dashboard-page.tsx';
import { ReportsPage } from './reports/reports-page.tsx';
import { type StoryPast, WithFigures } from './test-support/with-figures.tsx';

interface ScreenProps {
  page: 'overview' | 'agents' | 'analytics' | 'reports' | 'own';
  address?: string;
  past?: StoryPast;
}

const viewer = { userId: '0193d5d2-8a4e-4a3e-9c39-00000000a002', role: 'admin' } as const;

/** A page of figures as somebody has opened it. */
function FiguresScreen({ page, ...opened }: ScreenProps) {
  return (
    <WithFigures here={page === 'own' ? 'my-figures' : 'figures'} {...opened}>
      <AppShell variant="desk">
        <Page page={page} />
      </AppShell>
    </WithFigures>
  );
}

function Page({ page }: Pick<ScreenProps, 'page'>) {
  switch (page) {
    case 'overview':
      return <DashboardPage viewer={viewer} />;
    case 'agents':
      return <AgentsPage />;
    case 'analytics':
      return <AnalyticsPage isAdmin />;
    case 'reports':
      return <ReportsPage userId={viewer.userId} />;
    case 'own':
      return <Own />;
    default:
      return page satisfies never;
  }
}

function Own() {
  return (
    <div className="dashboard">
      <div className="dashboard-head">
        <h1>My figures</h1>
        <AgentFilters />
      </div>
      <div className="dashboard-body">
        <AgentFigures agentId="0193d5d2-8a4e-4a3e-9c39-00000000a001" isOwn />
      </div>
    </div>
  );
}

export default {
  title: 'Product/Figures',
  component: FiguresScreen,
  tags: ['!autodocs'],
  parameters: { layout: 'fullscreen' },
  args: { page: 'overview' },
};

const onPhone = {
  globals: { viewport: { value: 'phone' } },
  parameters: {
    viewport: {
      options: { phone: { name: 'Phone', styles: { width: '390px', height: '844px' } } },
    },
  },
};

export const Today = {};
export const TodayDark = { globals: { theme: 'dark' } };
export const FourWeeks = { args: { address: '?period=28-days' } };
export const FourWeeksDark = { ...FourWeeks, globals: { theme: 'dark' } };
export const HighContrast = { ...FourWeeks, globals: { theme: 'high-contrast' } };
export const ByAgent = { args: { address: '?period=28-days&figure=handle-time&by=agent' } };
export const Loading = { args: { past: 'slow' } };
export const Away = { args: { past: 'away' } };
export const NoCallsYet = { args: { past: 'none' } };
export const Agents = { args: { page: 'agents', address: '?sort=csat&order=down' } };
export const AgentsDark = { ...Agents, globals: { theme: 'dark' } };
export const Analytics = { args: { page: 'analytics' } };
export const AnalyticsDark = { ...Analytics, globals: { theme: 'dark' } };
export const AnalyticsAsTables = {
  args: { page: 'analytics', address: '?cards=table&outcomes=table&sort=dismissed' },
};
export const AnalyticsOfManyCards = { args: { page: 'analytics', past: 'many' } };
export const AnalyticsOnPhone = { ...AnalyticsOfManyCards, ...onPhone };
export const Reports = { args: { page: 'reports' } };
export const ReportsDark = { ...Reports, globals: { theme: 'dark' } };
export const ReportsOnPhone = { ...Reports, ...onPhone };
export const NoReportsYet = { args: { page: 'reports', past: 'none' } };
export const ReportsAway = { args: { page: 'reports', past: 'away' } };
export const OwnFigures = { args: { page: 'own' } };
export const OwnFiguresDark = { ...OwnFigures, globals: { theme: 'dark' } };
