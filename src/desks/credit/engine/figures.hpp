// Figures of the credit desk's engines: each default and each bound once, with its rule. The policy decides; these
// stand where it says nothing.
#pragma once

#include "base/rule.hpp"

namespace credit::engine {

using base::Figure;

// C3
inline constexpr Figure<int> most_parts{"C3.most_parts", 1000};  // lines, fees or instalments of one calculation

// C12
inline constexpr Figure<int> effect_cutoff_day{"C12.cutoff_day", 15};  // of the month

inline constexpr Figure<int> last_common_day{"C12.last_common_day", 28};  // every month has it

// C15
inline constexpr Figure<base::Rate> insurance_tax_rate{"C15.tax", base::Rate::percent(9)};  // TSCA
inline constexpr Figure<base::Rate> fee_vat{"C15.fee_vat", base::Rate::percent(20)};
inline constexpr Figure<int> declaration_days{"C15.declaration_days", 30};       // after the end of the period
inline constexpr Figure<int> declaration_warning{"C15.declaration_warning", 7};  // days before it is due

// C16
inline constexpr Figure<base::Rate> named_percentage{"C16.named_percentage", base::Rate::percent(90)};
inline constexpr Figure<base::Rate> unnamed_percentage{"C16.unnamed_percentage", base::Rate::percent(90)};
inline constexpr Figure<int> credit_period_france{"C16.dmc_france", 120};  // days from the invoice
inline constexpr Figure<int> credit_period_export{"C16.dmc_export", 180};
inline constexpr Figure<int> free_extension_days{"C16.free_extension", 60};          // days
inline constexpr Figure<int> threat_declaration_days{"C16.dms", 30};                 // days after the base
inline constexpr Figure<int> claim_filing_days{"C16.di", 60};                        // days after the DMS
inline constexpr Figure<int> stop_of_deliveries_days{"C16.stop_of_deliveries", 60};  // days after the due date
inline constexpr Figure<int> waiting_insolvency{"C16.waiting_insolvency", 30};
inline constexpr Figure<int> waiting_protracted{"C16.waiting_protracted", 150};
inline constexpr Figure<int> longest_delay{"C16.longest_delay", 730};  // days
inline constexpr Figure<base::Rate> smallest_percentage{"C16.smallest_percentage", base::Rate::percent(1)};
inline constexpr Figure<base::Rate> smallest_multiple{"C16.smallest_multiple", base::Rate::percent(100)};    // × 1
inline constexpr Figure<base::Rate> highest_multiple{"C16.highest_multiple", base::Rate::percent(100'000)};  // × 1 000
inline constexpr Figure<base::Rate> highest_tax{"C16.highest_tax", base::Rate::percent(50)};
inline constexpr Figure<base::Money> largest_fee{"C15.largest_fee", base::Money::euros(1'000'000)};  // one of them
inline constexpr Figure<int> most_fees{"C15.most_fees", 1'000'000};                                  // of one kind
inline constexpr Figure<base::Money> largest_amount{"C16.largest_amount", base::Money::euros(10'000'000'000)};

// C18
inline constexpr Figure<base::Rate> low_cover_rate{"C18.low_rate", base::Rate{150'000}};               // 0.15 %
inline constexpr Figure<base::Rate> high_cover_rate{"C18.high_rate", base::Rate{500'000}};             // 0.50 %
inline constexpr Figure<base::Rate> corporate_tax_rate{"C18.corporate_tax", base::Rate::percent(25)};  // CGI art. 219
inline constexpr Figure<base::Rate> smallest_margin{"C18.smallest_margin", base::Rate{10'000}};        // 0.01 %

// C23
inline constexpr Figure<int> first_reminder{"C23.first_reminder", 15};  // days before
inline constexpr Figure<int> second_reminder{"C23.second_reminder", 5};
inline constexpr Figure<int> last_reminder{"C23.last_reminder", 1};
inline constexpr Figure<int> proof_of_claim_months{"C23.proof_of_claim", 2};  // C. com. R622-24
inline constexpr Figure<int> proof_of_claim_months_abroad{"C23.proof_of_claim_abroad", 4};
inline constexpr Figure<int> retention_of_title_months{"C23.retention_of_title", 3};  // C. com. L624-9

// C25
inline constexpr Figure<int> most_invoices{"C25.most_invoices", 100'000};  // of one claim

}  // namespace credit::engine
