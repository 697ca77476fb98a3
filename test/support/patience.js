// A fresh database and application for each file take seconds on a busy machine.
jest.setTimeout(60_000);
