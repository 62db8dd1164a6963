#include "web/ui/qr_code.hpp"

#include <gtest/gtest.h>

#include <string>

namespace web::ui {
namespace {

std::string drawn(std::string_view text) { return std::string(qr_code(text, "Code à photographier").text()); }

TEST(QrCodes, stand_in_their_quiet_zone_with_their_three_finders) {
  const std::string svg = drawn("MANDAT");                                 // fits version 1: 21 modules a side
  EXPECT_NE(svg.find("viewBox=\"0 0 29 29\""), std::string::npos) << svg;  // and four of margin on each
  EXPECT_NE(svg.find("M4 4h7v1h-7z"), std::string::npos);                  // the top of two finders
  EXPECT_NE(svg.find("M18 4h7v1h-7z"), std::string::npos);
  EXPECT_NE(svg.find("M4 24h7v1h-7z"), std::string::npos);   // the foot of the third
  EXPECT_EQ(svg.find("M18 24h7v1h-7z"), std::string::npos);  // there is none in the fourth corner
  EXPECT_NE(svg.find("aria-label=\"Code à photographier\""), std::string::npos);
}

TEST(QrCodes, differ_with_what_they_say_and_grow_with_it) {
  EXPECT_NE(drawn("MANDAT"), drawn("MANDAU"));
  const std::string longer = drawn("otpauth://totp/Mandat:claire%40exemple.fr?secret=GEZDGNBVGY3TQOJQ&issuer=Mandat");
  EXPECT_NE(longer.find("viewBox=\"0 0 45 45\""), std::string::npos) << longer.substr(0, 200);
}

}  // namespace
}  // namespace web::ui
