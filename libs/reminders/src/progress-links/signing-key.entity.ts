import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key with which links are signed; made when it is first needed. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn({ type: 'text' })
  purpose: string;

  /** 32 random bytes, base64url. */
  @Column({ type: 'text' })
  key: string;
}
