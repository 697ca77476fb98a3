/** The database cannot be started or reached; the message is one Chinese sentence that says what to do. */
export class DatabaseError extends Error {}
