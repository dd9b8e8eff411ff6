import { bearer, noneOf, type RealRequests } from './real-request.js';

const graph = 'https://graph.facebook.com/v25.0';
const instagram = 'https://graph.instagram.com/v25.0';
const tiktok = 'https://business-api.tiktok.com/open_api/v1.3';

export const socialRequests: readonly RealRequests[] = [
  {
    file: 'twitter.json',
    headers: bearer,
    accepted: [
      ['POST https://api.x.com/2/tweets', { json: { text: 'Hello', reply: { in_reply_to_tweet_id: '123' } } }],
      'GET https://api.x.com/2/users/12/tweets?max_results=50&post.fields=public_metrics,created_at',
      ['GET https://api.x.com/2/users/me', { headers: { authorization: 'OAuth oauth_token="x"' } }],
    ],
    refused: [
      [['POST https://api.x.com/2/tweets', { json: { txt: 'Hello' } }], ['body.txt is not described']],
      ['GET https://api.x.com/2/users/12/tweets?max_result=50', ['query.max_result is not described']],
      ['GET https://api.x.com/2/users/12/tweets?post.fields=likes', [noneOf('query.post.fields[0]')]],
      ['GET https://api.x.com/2/user/12', null],
    ],
  },
  {
    file: 'twitter-2.159.json',
    headers: bearer,
    accepted: ['GET https://api.x.com/2/tweets?ids=1,2&tweet.fields=organic_metrics'],
    refused: [
      ['GET https://api.x.com/2/tweets?tweet.fields=organic_metrics', ['query.ids is missing']],
      ['GET https://api.x.com/2/tweets?ids=1&post.fields=organic_metrics', ['query.post.fields is not described']],
    ],
  },
  {
    file: 'instagram.json',
    headers: bearer,
    accepted: [
      [
        `POST ${instagram}/178/media`,
        { form: { image_url: 'https://example.com/a.jpg', caption: 'Tea', children: '1,2' } },
      ],
      [`POST ${instagram}/178/media_publish`, { form: { creation_id: '17900000000000000001' } }],
      `GET ${instagram}/178/insights?metric=views,reach&period=day&metric_type=total_value&since=1767225600`,
      `GET ${instagram}/179/comments?fields=id,text,replies{id,text}`,
      'GET https://graph.instagram.com/refresh_access_token?grant_type=ig_refresh_token&access_token=x',
    ],
    refused: [
      [
        [`POST ${instagram}/178/media`, { form: { imageurl: 'https://example.com/a.jpg' } }],
        ['parameter.imageurl is not described'],
      ],
      [[`POST ${instagram}/178/media_publish`, { form: {} }], ['parameter.creation_id is missing']],
      [`GET ${instagram}/178/insights?metric=likess&period=day`, [noneOf('parameter.metric[0]')]],
      [`GET ${instagram}/178/medias`, null],
    ],
  },
  {
    file: 'facebook.json',
    headers: bearer,
    accepted: [
      [`POST ${graph}/12/feed`, { form: { message: 'Tea', published: 'false', scheduled_publish_time: '1767225600' } }],
      `GET ${graph}/act_12/insights?level=campaign&date_preset=last_30d&breakdowns=age,gender&fields=spend,ctr`,
      `GET ${graph}/me/accounts?fields=id,name,access_token`,
    ],
    refused: [
      [[`POST ${graph}/12/feed`, { form: { mesage: 'Tea' } }], ['parameter.mesage is not described']],
      [`GET ${graph}/act_12/insights?fields=spent`, ['parameter.fields: AdsInsights has no spent']],
      [`GET ${graph}/act_12/insights?level=post`, ['parameter.level must be one of account, ad, adset, campaign']],
      [[`POST ${graph}/act_12/feed`, { form: { message: 'Tea' } }], null],
      [[`POST ${graph}/12/fed`, { form: { message: 'Tea' } }], null],
    ],
  },
  {
    file: 'tiktok.yaml',
    headers: { 'Access-Token': 'token' },
    accepted: [
      `GET ${tiktok}/advertiser/info/?advertiser_ids=["12"]&fields=["name"]`,
      `GET ${tiktok}/report/integrated/get/?advertiser_id=1&report_type=BASIC&dimensions=["campaign_id"]&metrics=["spend"]&page=1`,
    ],
    refused: [
      [`GET ${tiktok}/advertiser/info/?advertiser_ids=12`, ['query.advertiser_ids must be a list as JSON']],
      [`GET ${tiktok}/advertiser/info/?advertiser_ids=["12"]&feilds=["name"]`, ['query.feilds is not described']],
      [`GET ${tiktok}/report/integrated/get/?report_type=BASICS`, [noneOf('query.report_type')]],
      [[`GET ${tiktok}/advertiser/info/?advertiser_ids=["12"]`, { headers: {} }], ['header.Access-Token is missing']],
      [`GET ${tiktok}/advertiser/info?advertiser_ids=["12"]`, null],
    ],
  },
  {
    file: 'linkedin.business-development.yaml',
    headers: { ...bearer, 'LinkedIn-Version': '202608', 'X-Restli-Protocol-Version': '2.0.0' },
    accepted: [
      'GET https://api.linkedin.com/rest/organizations?q=vanityName&vanityName=acme',
      'GET https://api.linkedin.com/rest/organizationalEntityFollowerStatistics?q=organizationalEntity&organizationalEntity=urn%3Ali%3Aorganization%3A1&timeIntervals=(timeRange:(start:1,end:2),timeGranularityType:DAY)',
    ],
    refused: [
      ['GET https://api.linkedin.com/rest/organizations?vanityName=acme', ['query.q is missing']],
      [
        ['GET https://api.linkedin.com/rest/organizations?q=vanityName', { headers: bearer }],
        ['header.Linkedin-Version is missing', 'header.X-Restli-Protocol-Version is missing'],
      ],
      ['GET https://api.linkedin.com/rest/organisations?q=vanityName', null],
    ],
  },
  {
    file: 'linkedin.community-management.yaml',
    headers: bearer,
    accepted: [
      'GET https://api.linkedin.com/rest/networkSizes/urn%3Ali%3Aorganization%3A1?edgeType=COMPANY_FOLLOWED_BY_MEMBER',
    ],
    refused: [
      [
        'GET https://api.linkedin.com/rest/networkSizes/urn%3Ali%3Aorganization%3A1?edge=X',
        ['query.edge is not described'],
      ],
    ],
  },
  {
    file: 'linkedin.content.yaml',
    headers: bearer,
    accepted: [
      'DELETE https://api.linkedin.com/rest/posts/urn%3Ali%3Ashare%3A1',
      [
        'POST https://api.linkedin.com/rest/images?action=initializeUpload',
        { json: { initializeUploadRequest: { owner: 'urn:li:person:1' } } },
      ],
    ],
    refused: [
      ['DELETE https://api.linkedin.com/rest/post/urn%3Ali%3Ashare%3A1', null],
      [
        ['DELETE https://api.linkedin.com/rest/posts/1', { headers: {} }],
        ['no credential: one of oauth2Auth is needed'],
      ],
    ],
  },
];
