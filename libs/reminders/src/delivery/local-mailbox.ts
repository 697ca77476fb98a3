/** What stands for a server's answer where mails stay in the local mailbox 本机邮箱. */
export const LOCAL_MAILBOX = '本机邮箱';
