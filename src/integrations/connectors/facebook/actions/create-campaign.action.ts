import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const createdReply = z.object({ id: z.string() });
const categories = [
  'CREDIT',
  'EMPLOYMENT',
  'HOUSING',
  'FINANCIAL_PRODUCTS_SERVICES',
  'ISSUES_ELECTIONS_POLITICS',
  'ONLINE_GAMBLING_AND_GAMING',
] as const;
const budget = z.int().min(1).max(100_000_000);

export const createCampaign = defineAction({
  key: 'create_campaign',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Creates an ad campaign, always PAUSED: it spends nothing before update_campaign_status sets it ACTIVE and it has ad sets and ads, which are made in Ads Manager. Budgets are in the smallest unit of the account’s currency: 1500 is 15.00 €. What the campaign is about legally has to be declared in specialAdCategories.',
    fr: 'Crée une campagne publicitaire, toujours en pause : elle ne dépense rien avant que update_campaign_status la mette en ACTIVE et qu’elle ait des ensembles et des publicités, à créer dans le Gestionnaire de publicités. Budgets dans la plus petite unité de la devise du compte : 1500 vaut 15,00 €. Le sujet de la campagne doit légalement être déclaré dans specialAdCategories.',
  },
  input: z
    .object({
      name: z.string().min(1).max(400),
      objective: z.enum([
        'OUTCOME_AWARENESS',
        'OUTCOME_TRAFFIC',
        'OUTCOME_ENGAGEMENT',
        'OUTCOME_LEADS',
        'OUTCOME_APP_PROMOTION',
        'OUTCOME_SALES',
      ]),
      specialAdCategories: z.array(z.enum(categories)).describe('Empty if the ads are about none of these'),
      specialAdCategoryCountries: z
        .array(z.string().regex(/^[A-Z]{2}$/))
        .min(1)
        .optional()
        .describe('Where it runs, ISO 3166; needed with a category'),
      dailyBudget: budget.optional().describe('Shared by its ad sets; without any budget each ad set has its own'),
      lifetimeBudget: budget.optional(),
    })
    .refine(({ dailyBudget, lifetimeBudget }) => dailyBudget === undefined || lifetimeBudget === undefined, {
      error: 'Give one budget, daily or lifetime. | Donnez un seul budget, dailyBudget ou lifetimeBudget.',
    })
    .refine(
      ({ specialAdCategories: special, specialAdCategoryCountries: countries }) => special.length === 0 || countries,
      {
        error: 'A special category needs its countries. | Une catégorie spéciale demande ses pays.',
        path: ['specialAdCategoryCountries'],
      },
    ),
  output: createdReply.extend({ status: z.literal('PAUSED') }),
  async run(client, input) {
    const { dailyBudget, lifetimeBudget, specialAdCategoryCountries } = input;
    const hasBudget = dailyBudget !== undefined || lifetimeBudget !== undefined;
    const { id } = await client.post('/campaigns', {
      base: 'ads',
      json: {
        name: input.name,
        objective: input.objective,
        status: 'PAUSED',
        special_ad_categories: input.specialAdCategories,
        special_ad_category_country: specialAdCategoryCountries,
        daily_budget: dailyBudget,
        lifetime_budget: lifetimeBudget,
        // Has to be said where the ad sets have the budgets.
        is_adset_budget_sharing_enabled: hasBudget ? undefined : false,
      },
      reply: createdReply,
    });
    return { id, status: 'PAUSED' as const };
  },
});
