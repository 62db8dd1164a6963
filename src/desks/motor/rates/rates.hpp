// The rates of a repairer, HT (M26, M27): a grid of companies and prices, sent as versions that nothing changes.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "floor/identity/actor.hpp"

namespace motor::rates {

using VersionId = base::Id<struct RateVersionTag>;

enum class Unit { per_hour, amount, percent };
std::string_view label(Unit unit);  // "€/h HT", "€ HT", "%"

// The prices, in the order of the grid; AGREE is a choice of its own.
enum class Column {
  t1,
  t2,
  t3,
  m1,
  m2,
  m3,
  paint,
  opaque,
  varnish,
  pearl,
  invoice_discount,
  labour_discount,
  parts_discount
};
inline constexpr std::size_t column_count = 13;
inline constexpr std::array columns{Column::t1,
                                    Column::t2,
                                    Column::t3,
                                    Column::m1,
                                    Column::m2,
                                    Column::m3,
                                    Column::paint,
                                    Column::opaque,
                                    Column::varnish,
                                    Column::pearl,
                                    Column::invoice_discount,
                                    Column::labour_discount,
                                    Column::parts_discount};
std::string_view to_text(Column column);  // stored form
std::optional<Column> column_from_text(std::string_view text);
std::string_view label(Column column);  // "TAUX PEINTURE", as the grid says
Unit unit(Column column);

// The rows that every grid begins with (M26).
inline constexpr std::array<std::string_view, 8> standard_companies{
    "PUBLIC", "TAUX CAPSAUTO", "TAUX ELEXIA", "TAUX ASSERCAR", "MACIF", "COVEA", "MATMUT", "MAIF"};

enum class Agreement { unsaid, yes, no };  // AGREE
std::string_view to_text(Agreement agreement);
std::optional<Agreement> agreement_from_text(std::string_view text);
std::string_view label(Agreement agreement);  // "Oui"; empty when unsaid

// Hundredths of the column's unit: cents, or hundredths of a percent.
struct Price {
  std::int64_t hundredths = 0;
  friend auto operator<=>(const Price&, const Price&) = default;
};
std::string typed_text(Price price);             // "62", "62,50": as a field holds it
std::string shown_text(Price price, Unit unit);  // "62,50 €", "10 %"

struct Line {
  std::string company;
  std::array<std::optional<Price>, column_count> prices = {};  // null: left empty, which is not 0
  Agreement agreement = Agreement::unsaid;

  const std::optional<Price>& price(Column column) const { return prices.at(static_cast<std::size_t>(column)); }
  friend bool operator==(const Line&, const Line&) = default;
};

// What a version is for; the most particular one counts.
struct Reach {
  std::string make = {};                         // marque concernée; empty: all
  identity::EstablishmentId establishment = {};  // none: all his places
  base::Day effective_on;
};

struct Version {
  VersionId id;
  identity::OrganisationId repairer;
  Reach reach;
  base::Instant sent_at;
  identity::AccountId sent_by;
  std::vector<Line> lines = {};
};

struct Receipt {
  identity::OrganisationId cabinet;
  bool attached = true;  // false: works with them no longer, and sees it no more
  std::optional<base::Instant> acknowledged_at = {};
  identity::AccountId acknowledged_by = {};
};
struct Received {
  Version version;  // without lines
  std::optional<base::Instant> acknowledged_at;
};

}  // namespace motor::rates
