//! Where the notes beside the text stand: numbers only.

/// A block of notes that touch each other.
struct Block {
    first: usize,
    /// Where its first note would have it stand, on the average, and of how many notes.
    wish: f32,
    count: f32,
    height: f32,
}

impl Block {
    fn top(&self) -> f32 {
        (self.wish / self.count).max(0.0)
    }
}

/// Tops of notes that stand as near to what they wish as can be without overlapping: each `(wish, height)`, in the order
/// of the text, at least `gap` apart and not above 0.
pub fn stack(notes: &[(f32, f32)], gap: f32) -> Vec<f32> {
    let mut blocks: Vec<Block> = Vec::new();
    for (index, (wish, height)) in notes.iter().enumerate() {
        let mut block = Block {
            first: index,
            wish: *wish,
            count: 1.0,
            height: height + gap,
        };
        // Blocks that would overlap move together.
        while let Some(above) = blocks.pop_if(|above| above.top() + above.height > block.top()) {
            block = Block {
                first: above.first,
                wish: above.wish + block.wish - above.height * block.count,
                count: above.count + block.count,
                height: above.height + block.height,
            };
        }
        blocks.push(block);
    }
    let mut tops = Vec::with_capacity(notes.len());
    for (at, block) in blocks.iter().enumerate() {
        let end = blocks.get(at + 1).map_or(notes.len(), |next| next.first);
        let mut top = block.top();
        for (_, height) in notes.get(block.first..end).unwrap_or_default() {
            tops.push(top);
            top += height + gap;
        }
    }
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_stand_where_they_wish_or_push_each_other() {
        assert_eq!(stack(&[(10.0, 20.0), (100.0, 20.0)], 8.0), [10.0, 100.0]);
        // Two that want the same place share it: one a little above, the other below.
        assert_eq!(stack(&[(100.0, 20.0), (100.0, 20.0)], 8.0), [86.0, 114.0]);
        // Nothing stands above the text.
        assert_eq!(
            stack(&[(0.0, 40.0), (10.0, 40.0), (400.0, 40.0)], 8.0),
            [0.0, 48.0, 400.0]
        );
        assert!(stack(&[], 8.0).is_empty());
    }
}
