/** A setting of LibreOffice: its place, its name, its value. */
type Setting = readonly [path: string, name: string, value: string];

/**
 * What LibreOffice may do with a file it knows nothing of: run no macro, follow no link into the network or to another file,
 * ask nothing. The proxy leads nowhere, so that no reading of a file can tell another machine of it.
 */
const SETTINGS: readonly Setting[] = [
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '0'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  ['/org.openoffice.Inet/Settings', 'ooInetProxyType', '1'],
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((kind): Setting[] => [
    ['/org.openoffice.Inet/Settings', `ooInet${kind}ProxyName`, '127.0.0.1'],
    ['/org.openoffice.Inet/Settings', `ooInet${kind}ProxyPort`, '9'],
  ]),
];

/** The file `registrymodifications.xcu` of a user profile. */
export function profileSettings(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">${items.join('')}</oor:items>\n`;
}
