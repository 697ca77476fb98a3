import { startLanguage } from './language/language';

// The pages are imported in the language that they speak.
await startLanguage();
await import('./app');
