// The people of desk credit in the demo: a broker, the underwriters of eight insurers, a company with a space of its
// own.
#pragma once

#include <string_view>
#include <vector>

#include "app/demo/cast.hpp"

namespace app::demo::credit_desk {

inline constexpr std::string_view broker_mail = "solene@aldebert.example";
inline constexpr std::string_view company_mail = "ines@charpentes-vexin.example";
inline constexpr std::string_view underwriter_mail = "arbitrage@coface.example";

struct CreditCast {
  Player broker, company;
  std::vector<Player> underwriters;  // of the insurers, in the order of their names
};

CreditCast hire(platform::Platform& platform);

}  // namespace app::demo::credit_desk
