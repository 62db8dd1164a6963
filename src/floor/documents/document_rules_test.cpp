#include "floor/documents/document_rules.hpp"

#include <gtest/gtest.h>

namespace documents {
namespace {

TEST(DocumentRules, P3_limits_a_file_to_25_megabytes) {  // P3.limits
  EXPECT_EQ(most_bytes.value(), std::int64_t{25} * 1024 * 1024);
}

TEST(DocumentRules, P3_limits_an_image_to_twelve_thousand_pixels_a_side) {  // P3.limits
  EXPECT_TRUE(within(image_limits(), {.width = 12'000, .height = 1}));
  EXPECT_FALSE(within(image_limits(), {.width = 12'001, .height = 1}));
  EXPECT_TRUE(within(image_limits(), {.width = 1, .height = 12'000}));
  EXPECT_FALSE(within(image_limits(), {.width = 1, .height = 12'001}));
}

TEST(DocumentRules, P3_limits_an_image_to_fifty_million_pixels) {  // P3.limits
  EXPECT_TRUE(within(image_limits(), {.width = 10'000, .height = 5'000}));
  EXPECT_FALSE(within(image_limits(), {.width = 10'000, .height = 5'001}));
}

TEST(DocumentRules, P3_image_has_a_thumbnail_of_320_pixels_and_a_smaller_one_keeps_its_size) {  // P3.image
  const int side = image_limits().thumbnail_side;
  EXPECT_EQ(thumbnail_of({.width = 321, .height = 321}, side).width, 320);
  EXPECT_EQ(thumbnail_of({.width = 640, .height = 480}, side).height, 240);
  EXPECT_EQ(thumbnail_of({.width = 320, .height = 100}, side).width, 320);
  EXPECT_EQ(thumbnail_of({.width = 12'000, .height = 1}, side).height, 1) << "never less than one pixel";
}

TEST(DocumentRules, P3_durable_file_that_no_row_names_is_left_a_day) {  // P3.durable
  EXPECT_EQ(orphan_age.value(), base::hours(24)) << "a form is sent well within";
}

}  // namespace
}  // namespace documents
