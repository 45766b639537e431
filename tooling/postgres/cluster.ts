import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { binary } from './binaries.ts'
import type { Placement } from './placement.ts'

export type Durability = 'durable' | 'disposable'

/** What a cluster of tests may give up: it never outlives its run. */
const withoutSafety = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' }

export function serverSettings(durability: Durability): Readonly<Record<string, string>> {
  const shared = { timezone: 'UTC', log_timezone: 'UTC', max_connections: '200', log_checkpoints: 'off' }
  return durability === 'durable' ? { ...shared, shared_buffers: '256MB' } : { ...shared, ...withoutSafety }
}

/** Makes the cluster at the first start. A half-made one has no PG_VERSION at its end and is made anew. */
export function makeCluster(options: { placement: Placement; password: string; durability: Durability }): void {
  const { cluster, account, binaries } = options.placement
  const finished = join(cluster, 'anji-cluster')
  if (existsSync(finished)) return
  for (const entry of readdirSync(cluster)) rmSync(join(cluster, entry), { recursive: true })
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, options.password, { mode: 0o600 })
  if (account) chownSync(passwordFile, account.uid, account.gid)
  try {
    const made = spawnSync(
      binary(binaries, 'initdb'),
      [
        ...['--pgdata', cluster, '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        // Code-point order, the same on every machine and independent of its installed locales.
        ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
        ...(options.durability === 'disposable' ? ['--no-sync'] : []),
      ],
      { ...account, cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH }, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`The database could not be made in ${cluster}: ${made.error?.message ?? made.stderr}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(finished, binaries.version)
}
