// What P3 asks of a document, and the limits that keep one upload from taking the machine. Pure.
#pragma once

#include <cstdint>

#include "base/rule.hpp"

namespace documents {

inline constexpr base::Rule document_rules[] = {
    MANDAT_RULE("P3.type", "The type is read in the first bytes, never in the name: PDF, JPEG, PNG or WebP"),
    MANDAT_RULE("P3.limits",
                "A file has 25 MB at most, an image 12 000 pixels a side and 50 million in all, judged "
                "before it is decoded"),
    MANDAT_RULE("P3.pdf",
                "A PDF that is damaged, encrypted, or holds scripts, automatic, launch or sending actions, "
                "XFA, media or attached files is refused with the reason; the XML of a Factur-X invoice may "
                "be attached"),
    MANDAT_RULE("P3.image", "An image is decoded and written again, upright and without its metadata"),
    MANDAT_RULE("P3.confined",
                "What strangers send is decoded in a child process without files, network or descendants, "
                "bounded in memory and time"),
    MANDAT_RULE("P3.durable",
                "A document is written to a temporary file, synced, renamed to its SHA-256 in the folder "
                "of its organisation, and the folder synced, before the row that names it"),
    MANDAT_RULE("P3.served", "A document is served as an attachment, with its checked type and nosniff"),
};

inline constexpr base::Figure<std::int64_t> most_bytes{"P3.most_bytes", 25 * 1024 * 1024};
inline constexpr base::Figure<int> longest_side{"P3.longest_side", 12'000};               // pixels
inline constexpr base::Figure<int> most_megapixels{"P3.most_megapixels", 50};             // 200 MB once decoded
inline constexpr base::Figure<int> thumbnail_side{"P3.thumbnail_side", 320};              // pixels, the longer side
inline constexpr base::Figure<base::hours> orphan_age{"P3.orphan_age", base::hours(24)};  // a form is sent well within

struct ImageLimits {
  int longest_side;  // pixels
  int most_megapixels;
  int thumbnail_side;  // pixels
};
inline ImageLimits image_limits() { return {longest_side.value(), most_megapixels.value(), thumbnail_side.value()}; }

struct ImageSize {
  int width;  // pixels, > 0
  int height;
};
constexpr bool within(const ImageLimits& limits, const ImageSize& size) {
  const auto pixels = std::int64_t{size.width} * size.height;
  return size.width <= limits.longest_side && size.height <= limits.longest_side &&
         pixels <= std::int64_t{limits.most_megapixels} * 1'000'000;
}
// The size that fits the thumbnail; an image that is smaller keeps its own.
constexpr ImageSize thumbnail_of(const ImageSize& size, int side) {
  const int longer = size.width > size.height ? size.width : size.height;
  if (longer <= side) return size;
  const auto scaled = [&](int length) {
    const auto least = static_cast<int>(std::int64_t{length} * side / longer);
    return least > 0 ? least : 1;
  };
  return {scaled(size.width), scaled(size.height)};
}

}  // namespace documents
