import { sqliteKit } from '../server/db/kit.sqlite.ts';
import { defineTables } from '../server/db/tables.ts';

export const { account, activity, ask, askLink, askPossible, askStep, audit, auditHead, board, boardClient, boardElement, boardSnapshot, boardUpdate, bringIn, claim, decision, decisionSaid, decisionWording, digest, endorsement, group, initiative, initiativeSite, initiativeSpark, invitation, invite, inviteUse, kindling, leadershipChoice, letter, look, membership, mute, notice, noticeWish, person, personGroup, place, pledge, pledgeNews, pushDevice, session, site, spark, sparkComment, systemAsk, systemAskBlocker, testRoom, testRoomTest, testRoomWords, tryAs, unnamedQuota, user, verification } = defineTables(sqliteKit);
