//! A number for every two articles, of which most may be nothing.

/// A number for every two articles: the rows above the diagonal of a square, as far as there is anything in them.
pub(super) struct Triangle {
    rows: Vec<Vec<f64>>,
    /// The article of each row, and the row of each article.
    articles: Vec<usize>,
    row_of: Vec<usize>,
}

impl Triangle {
    pub fn new(count: usize) -> Self {
        let rows = (0..count).map(|row| vec![0.0; count - row - 1]).collect();
        Self::of_rows(rows, (0..count).collect())
    }

    /// Of the rows of these articles: the first has the numbers of its article and of those behind it, and so on.
    pub fn of_rows(rows: Vec<Vec<f64>>, articles: Vec<usize>) -> Self {
        let mut row_of = vec![0; articles.len()];
        for (row, article) in articles.iter().enumerate() {
            if let Some(slot) = row_of.get_mut(*article) {
                *slot = row;
            }
        }
        Self {
            rows,
            articles,
            row_of,
        }
    }

    /// How many articles.
    pub fn count(&self) -> usize {
        self.articles.len()
    }

    /// The row in which the number of two articles stands, and where it stands there; none for an article and itself.
    fn slot(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let (a, b) = (self.row_of.get(a)?, self.row_of.get(b)?);
        let row = *a.min(b);
        Some((row, a.max(b).checked_sub(row + 1)?))
    }

    /// The number of two different articles, in either order; none for an article and itself.
    pub fn of(&self, a: usize, b: usize) -> f64 {
        let value = self
            .slot(a, b)
            .and_then(|(row, at)| self.rows.get(row)?.get(at));
        value.copied().unwrap_or_default()
    }

    /// The same, to be changed.
    pub fn at(&mut self, a: usize, b: usize) -> Option<&mut f64> {
        let (row, at) = self.slot(a, b)?;
        self.rows.get_mut(row)?.get_mut(at)
    }

    /// Adds to each of `sums`, one an article, its number with `a`.
    pub fn add_all(&self, a: usize, sums: &mut [f64]) {
        let own = self.row_of.get(a).copied().unwrap_or_default();
        let mut add = |row: usize, value: f64| {
            let article = self.articles.get(row);
            if let Some(sum) = article.and_then(|article| sums.get_mut(*article)) {
                *sum += value;
            }
        };
        for (row, values) in self.rows.iter().enumerate().take(own) {
            if let Some(value) = values.get(own - row - 1) {
                add(row, *value);
            }
        }
        for (row, value) in (own + 1..).zip(self.rows.get(own).into_iter().flatten()) {
            add(row, *value);
        }
    }

    /// Every two articles, and their number.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, f64)> {
        let rows = self.rows.iter().zip(&self.articles).enumerate();
        rows.flat_map(|(row, (values, a))| {
            let behind = self.articles.iter().skip(row + 1);
            values.iter().zip(behind).map(|(value, b)| (*a, *b, *value))
        })
    }
}
